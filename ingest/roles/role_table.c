/* TABLE: every role of every kind of file, the looks of its cells, and the headers that mean it, in the words of words.c. A new
   spelling of a word goes to vocabulary.c, a new way to name a column goes here. */
#include "ingest/roles/role_table.h"

/* Looks of cells that are an identifier of any make. */
#define LOOK_IDS (LOOK_INTEGER | LOOK_CODE)
#define LOOK_DAYS (LOOK_DATE | LOOK_DATETIME)
#define LOOK_SHORT (LOOK_ALL & ~(LOOK_LONG | LOOK_DATETIME | LOOK_IP | LOOK_FILE))
#define LOOK_WORDS (LOOK_WORD | LOOK_TEXT | LOOK_NAME | LOOK_LOGIN | LOOK_CODE)

#define CASE_PHRASES                                                                                                             \
  "case number:100|case:90|oir number:100|oir:92|incident report number:98|agency case number:100|"                              \
  "report number:94|case id:93|incident number:91|incident report:88|offense report number:97|offense report:89|"                \
  "offense number:84|reference number:82|reference:78|case reference:87|incident id:86|report id:85|incident:70|"                \
  "report:68|incident case number:95|case incident number:95|incident case:90|go number:88|complaint number:83|"                 \
  "case report number:96|file number:65|cad number:62|cad:58|event number:56|dr number:92|dr:70|"                                \
  "dr case number:97|rd number:90|rd:66|ccn:88|case control number:94|call control number:60|orn:80|"                            \
  "file number case:66|number:46|police report number:95|record number:55"

/* The table is indexed by role, so the order of lines does not matter. */
const struct role_entry role_table[ROLE_COUNT] = {
    [LOG_TIME] =
        {"time", KIND_LOG, true, LOOK_DATETIME, LOOK_DATE,
         "search date time:100|date time:98|search date:95|search time:90|transaction date time:96|transaction date:88|"
         "transaction time:86|event date time:96|event date:88|event time:87|activity date:86|activity date time:95|access "
         "date:80|"
         "access date time:85|log date time:96|log date:88|log time:87|request date:80|request date time:85|session date:75|"
         "session start:65|start date time:70|perform date:85|perform on:82|date perform:85|perform date time:92|"
         "audit date:84|occur:70|occur date:75|occur date time:80|date:80|time:80|action date time:90|action date:84|action "
         "time:84|"
         "create date time:58|create date:55|create:52|create on:52|enter date:54|enter date time:56|submit date:78|perform "
         "at:80"},
    [LOG_USER] = {"user", KIND_LOG, true, LOOK_LOGIN | LOOK_IDS | LOOK_HEX, LOOK_NAME | LOOK_WORD | LOOK_TEXT,
                  "officer id number:82|user id number:98|user id:100|user:93|user name:80|network id:92|network user:94|network "
                  "user id:96|perform by:92|search by:93|by:72|"
                  "transaction by:75|officer id:82|officer badge:78|badge number:77|badge:75|employee id:79|employee "
                  "number:78|officer:62|"
                  "user email:86|email:74|email address:74|request by:85|officer name:60|user full name:64|name:52|user badge:80|"
                  "person search:60|person:58|create by:60|enter by:58|user code:88|agency user:85|officer "
                  "number:76|employee:60|employee "
                  "name:58|"
                  "officer full name:56|session user:88|officer user:90"},
    [LOG_EVENT] =
        {"event id", KIND_LOG, false, LOOK_IDS | LOOK_HEX, LOOK_LOGIN,
         "event id:100|activity number:95|action number:85|log id:100|search "
         "id:100|transaction id:100|transaction number:100|event number:95|log number:96|"
         "search number:95|id:86|record id:82|record number:80|audit id:96|audit number:95|sequence number:86|sequence:78|"
         "request id:86|request number:85|session id:62|entry id:86|entry number:86|activity id:90|action id:85|line "
         "number:60|"
         "number:58|audit log id:98|event:54|transaction:52|log entry number:90|log entry id:90|reference id:50"},
    [LOG_USER_NAME] =
        {"user name", KIND_LOG, false, LOOK_NAME, LOOK_TEXT,
         "user name:100|user full name:100|officer name:98|officer:78|full name:90|name:85|employee name:92|user:75|"
         "search by name:92|perform by name:92|officer full name:98|perform by:60|search by:60|employee:70|user person:70"},
    [LOG_ACTION] =
        {"action", KIND_LOG, false, LOOK_WORD, LOOK_TEXT | LOOK_CODE | LOOK_LOGIN,
         "action:100|activity:92|activity type:98|transaction type:97|event type:97|action type:100|event:72|operation:90|"
         "operation type:92|transaction:72|event name:85|event description:76|activity description:78|event category:70|"
         "action description:88|user action:97|user activity:90|event action:97|log type:80|entry type:75|type:56|action "
         "code:88|"
         "transaction code:85|activity code:85|event code:80|action perform:96|request type:70"},
    [LOG_WORKSTATION] =
        {"workstation", KIND_LOG, false, LOOK_CODE | LOOK_LOGIN,
         LOOK_WORD | LOOK_TEXT | LOOK_IP | LOOK_INTEGER | LOOK_HEX | LOOK_NAME,
         "workstation:100|workstation name:100|workstation id:100|workstation number:96|client name:75|client:62|station:70|"
         "term:80|term id:86|station id:75|client workstation:92|location:50|user workstation:90|network workstation:85"},
    [LOG_ADDRESS] =
        {"address", KIND_LOG, false, LOOK_IP, 0,
         "ip address:100|ip:97|client ip:100|client ip address:100|workstation ip:98|workstation ip address:99|address:62|"
         "network address:90|ip number:80|user ip:96|client address:85"},
    [LOG_CASE] = {"case number", KIND_LOG, false, LOOK_IDS, LOOK_ALL & ~(LOOK_LONG | LOOK_IP | LOOK_FILE | LOOK_DATETIME),
                  CASE_PHRASES},
    [LOG_REASON] =
        {"reason", KIND_LOG, false, LOOK_TEXT | LOOK_WORD | LOOK_LONG, LOOK_ALL & ~(LOOK_DAYS | LOOK_IP | LOOK_FLAG),
         "search reason:100|reason:97|justify:95|purpose:95|search purpose:97|reason code:80|reason description:90|search "
         "justify:96|"
         "user reason:90|explanation:80|remark:62|note:60|search note:66|description:58|detail:52|reason text:92|purpose "
         "code:78|"
         "crime type:52|offense type:51|offense:50|type search reason:80|request reason:95|request purpose:94|access "
         "reason:94|"
         "access purpose:92|case type:50|transaction reason:95|transaction purpose:94|reason perform:90|purpose perform:88"},
    [LOG_PROBE] =
        {"probe image", KIND_LOG, false, LOOK_FILE | LOOK_HEX | LOOK_CODE | LOOK_INTEGER, LOOK_LOGIN | LOOK_TEXT | LOOK_WORD,
         "probe image:100|probe:96|probe file:100|probe image id:100|probe id:100|probe image file:100|image id:92|image:90|"
         "image number:88|image file:94|image file name:94|file name:82|file:66|image name:92|search image:94|search image "
         "id:94|"
         "perform image:85|client image:82|image reference:84|probe name:92|probe file name:100|request image:85|image file "
         "id:90|"
         "upload image:85|upload file:75|image hash:85|subject image:70|file id:62|probe reference:88|probe number:90"},
    [LOG_RETURNED] =
        {"candidates returned", KIND_LOG, false, LOOK_INTEGER, 0,
         "candidate count:100|candidate count returned:100|candidate number:97|candidate "
         "returned:97|candidate:66|returned:78|"
         "number returned:90|count:62|search candidate count:96|count returned:88|image returned:70|candidate returned "
         "number:96|"
         "candidate count number:98|record returned:70|search candidate:58|gallery count:60|candidate list count:85"},
    [LOG_CANDIDATE] =
        {"candidate selected", KIND_LOG, false, LOOK_NAME, LOOK_WORD | LOOK_TEXT | LOOK_IDS | LOOK_HEX | LOOK_LOGIN | LOOK_FILE,
         "candidate select:100|candidate name:98|select subject:96|select:88|subject name:86|select candidate "
         "count:90|subject:70|"
         "candidate:68|select name:92|candidate id:75|select candidate name:100|select subject name:98|candidate subject:92|"
         "candidate subject name:96|person select:85|select person:85|candidate person:85|identify subject:84|identify:60|"
         "candidate count:50|search candidate:60|top candidate:62|candidate identify:80|person identify:84"},
    [LOG_AGENCY] =
        {"agency", KIND_LOG, false, LOOK_TEXT | LOOK_WORD | LOOK_CODE | LOOK_NAME, LOOK_LOGIN | LOOK_INTEGER,
         "agency:100|agency name:100|agency id:92|agency code:90|ori:88|agency ori:92|organization:92|organization name:92|"
         "department:82|department name:83|user agency:94|search agency:94|ori number:86|jurisdiction:60|request agency:94|"
         "user organization:85|user department:76"},
    [LOG_DATE_ONLY] =
        {"date", KIND_LOG, false, LOOK_DATE, 0,
         "date:100|search date:100|transaction date:95|event date:94|activity date:93|log date:94|access date:88|request "
         "date:86|"
         "audit date:88|action date:90|perform date:90|session date:80|occur date:78|entry date:70|create date:56"},
    [LOG_TIME_ONLY] =
        {"time of day", KIND_LOG, false, LOOK_TIME, 0,
         "time:100|search time:100|transaction time:95|event time:94|activity time:93|log time:94|access time:88|request "
         "time:86|"
         "audit time:88|action time:90|perform time:90|session time:75|occur time:78|entry time:70|create time:56|"
         "local time:95"},

    [REP_NUMBER] =
        {"report number", KIND_REPORTS, true, LOOK_IDS, LOOK_LOGIN | LOOK_HEX | LOOK_TIME | LOOK_DATE,
         "report number:100|case number:96|case id:92|incident report number:98|oir number:98|oir:90|incident number:88|"
         "agency case number:95|offense report number:97|offense report:84|offense number:83|report id:91|incident "
         "id:82|report:78|"
         "case:80|incident:62|file number:68|record number:64|complaint number:80|case report number:99|reference number:66|"
         "incident report:80|record id:56|number:56|event number:54|event id:51|cad number:52|case file number:90|"
         "incident case number:93|report number new:95|police report number:98|dr number:86|id:50|go number:90|go:60"},
    [REP_SUPPLEMENT] =
        {"supplement", KIND_REPORTS, false, LOOK_IDS, LOOK_SHORT,
         "supplement:100|supplement number:100|supplement id:95|sequence:84|sequence number:88|supplement sequence:96|"
         "report sequence:88|version:60|suffix:62|supplement code:80|report supplement:92|supplement report number:85"},
    [REP_CAD] = {"CAD event number", KIND_REPORTS, false, LOOK_IDS, LOOK_LOGIN | LOOK_HEX | LOOK_TIME | LOOK_DATE,
                 "cad event:100|cad event number:100|cad number:100|cad:95|cad id:95|event number:92|event id:84|call "
                 "number:91|call id:84|"
                 "dispatch number:88|call service number:92|cad incident number:100|cad incident:94|cad call number:97|event:60|"
                 "incident number:52|cad reference:90|call service:60|dispatch id:82|cad event id:97"},
    [REP_AT] =
        {"reported at", KIND_REPORTS, false, LOOK_DATETIME, LOOK_DATE,
         "report date time:100|reported date time:100|reported date:99|report date:98|reported at:98|reported:90|reported "
         "on:96|"
         "date time:84|date write:88|write date:88|write on:86|write date time:92|write:72|reported time:88|report time:84|"
         "enter:68|enter date:74|enter date time:78|enter on:74|entry date:70|incident date time:77|incident date:73|date:72|"
         "occur date:66|occur:62|occur date time:70|offense date:64|offense date time:68|create date:60|create:54|create "
         "on:56|"
         "create date time:62|case date time:76|case date:72|event date:62|event date time:66|time:58|file date:55|report "
         "file "
         "date:70"},
    [REP_TYPE] =
        {"type", KIND_REPORTS, false, LOOK_WORD | LOOK_TEXT, LOOK_CODE | LOOK_NAME | LOOK_LOGIN | LOOK_LONG,
         "incident type:100|offense incident:93|incident offense:93|offense incident type:98|incident offense type:98|crime "
         "incident:88|incident crime:88|"
         "incident charge:80|offense charge:86|call:50|offense type:96|case "
         "type:94|type:84|offense:88|nature:90|classification:89|crime type:92|crime:82|"
         "offense description:93|incident description:82|call type:88|category:72|incident classification:95|incident "
         "nature:94|"
         "nature call:90|incident:60|charge:74|event type:86|incident category:88|report type:80|crime "
         "description:88|offense "
         "code:70|"
         "case classification:90|offense category:80|charge description:78|crime category:80|call nature:90|description:52|"
         "incident type description:94|offense classification:92|primary offense:93|crime classification:86"},
    [REP_STATUS] = {"status", KIND_REPORTS, false, LOOK_WORD, LOOK_TEXT | LOOK_CODE | LOOK_LOGIN | LOOK_NAME | LOOK_FLAG,
                    "case status:100|status:95|disposition:86|case disposition:90|report status:88|incident status:92|incident "
                    "disposition:84|"
                    "clearance:70|case status description:90|disposition code:75|status code:80|clearance status:88"},
    [REP_OFFICER] =
        {"officer", KIND_REPORTS, false, LOOK_NAME, LOOK_WORD | LOOK_LOGIN | LOOK_TEXT | LOOK_CODE,
         "officer:94|reporting officer:100|officer name:98|author:92|author name:92|primary officer:95|report officer:98|"
         "reporting officer name:100|write by:93|complete by:82|report author:94|officer record:95|reporting:70|enter by:62|"
         "assign officer:70|case officer:75|responding officer:82|investigating officer:80|officer assign:68|name:52|user:50|"
         "employee name:75|employee:66|report write by:93|reporting employee:86|create by:60|officer last name:75|perform "
         "by:60|"
         "reporting officer last name:76|user name:60|candidate officer:80|reported officer:70"},
    [REP_OFFICER_ID] =
        {"officer id", KIND_REPORTS, false, LOOK_IDS | LOOK_LOGIN, 0,
         "officer id number:100|officer id:100|officer number:98|badge:92|badge number:94|officer badge:99|officer badge "
         "number:99|employee id:86|"
         "employee number:86|reporting officer id:100|reporting officer badge:100|author id:94|author badge:94|user "
         "id:70|id:50|"
         "reporting officer number:98|reporting badge:90|officer employee id:94|primary officer id:94|officer:56|unit id:50|"
         "reporting employee number:88|reporting employee id:88|officer payroll:80|unit number:56|author number:90"},
    [REP_SUPERVISOR] =
        {"supervisor", KIND_REPORTS, false, LOOK_NAME, LOOK_WORD | LOOK_LOGIN | LOOK_TEXT | LOOK_CODE | LOOK_INTEGER,
         "supervisor:100|supervisor name:100|approve by:100|review by:98|approver:97|approver supervisor:100|approver "
         "officer:96|"
         "supervisor review by:98|supervisor approve by:98|approver name:96|supervisor approve:60|review supervisor:90|"
         "review officer:88|approve officer:88|supervisor officer:90|approve supervisor:62|supervisor id:70"},
    [REP_APPROVED] =
        {"supervisor approved at", KIND_REPORTS, false, LOOK_DAYS, 0,
         "supervisor approve:100|approve date time:100|approve date:100|approve on:100|approve:92|approve at:98|approve "
         "time:85|"
         "review date:95|review on:93|review at:93|review date time:95|review:72|supervisor approve date:100|approve "
         "supervisor:92|"
         "supervisor review date:96|supervisor approve date time:100|report approve date:98|supervisor review:80|review "
         "time:75|"
         "supervisor date:76|supervisor approve on:98|supervisor approve at:98|report approve:90|approver date:88"},
    [REP_NARRATIVE] =
        {"narrative", KIND_REPORTS, false, LOOK_LONG, LOOK_TEXT | LOOK_WORD | LOOK_NAME,
         "narrative:100|narrative text:100|report narrative:99|officer narrative:98|incident narrative:98|report "
         "text:92|text:82|"
         "synopsis:86|detail:74|remark:70|note:62|statement:72|description:54|incident detail:78|report detail:80|case "
         "note:62|"
         "case synopsis:86|incident synopsis:86|report synopsis:87|narrative note:90|case narrative:98|cad note:50|"
         "supplement narrative:95|supplement text:80|offense narrative:96|case detail:74|incident description:56|narrative "
         "supplement:92"},
    [REP_DATE_ONLY] =
        {"date", KIND_REPORTS, false, LOOK_DATE, 0,
         "date:92|report date:100|reported date:100|write date:92|enter date:80|entry date:76|incident date:82|occur date:72|"
         "case date:80|offense date:70|create date:62|event date:66"},
    [REP_TIME_ONLY] =
        {"time of day", KIND_REPORTS, false, LOOK_TIME, 0,
         "time:92|report time:100|reported time:100|write time:92|enter time:80|entry time:76|incident time:82|occur time:72|"
         "case time:80|offense time:70|create time:62|event time:66"},

    [PER_USER] =
        {"user", KIND_PERSONNEL, true, LOOK_LOGIN | LOOK_IDS | LOOK_HEX, LOOK_WORD,
         "user id:100|user:95|user name:95|network id:94|network user:95|network user id:98|network user name:95|email:60|"
         "email address:60|user code:85|employee id:58|employee number:57|badge:56|badge number:56|name:50|full name:50|"
         "id:50|work email:60|agency user:88|officer id:57"},
    [PER_EMPLOYEE] =
        {"employee id", KIND_PERSONNEL, false, LOOK_IDS, LOOK_LOGIN,
         "employee id number:100|officer id number:96|badge id:84|employee id:100|employee number:100|badge:90|badge "
         "number:94|employee:66|officer id:88|officer number:85|id "
         "number:84|"
         "payroll number:82|payroll id:82|id:68|badge id:90|number:54|employee code:85|officer badge:88|department id:70|"
         "employee badge:92|employee badge number:93"},
    [PER_LAST] = {"last name", KIND_PERSONNEL, false, LOOK_WORD | LOOK_LOGIN, LOOK_TEXT | LOOK_NAME,
                  "last name:100|last:86|employee last name:96|officer last name:96|name last:98"},
    [PER_FIRST] = {"first name", KIND_PERSONNEL, false, LOOK_WORD | LOOK_LOGIN, LOOK_TEXT | LOOK_NAME,
                   "first name:100|first:86|employee first name:96|officer first name:96|name first:98"},
    [PER_NAME] = {"name", KIND_PERSONNEL, false, LOOK_NAME, LOOK_WORD | LOOK_TEXT,
                  "name:95|full name:100|officer name:95|employee name:96|officer:72|employee:74|user name:60|user full name:90|"
                  "officer full name:98|employee full name:98|user:52|last name first:96|last first:96|person:62|display "
                  "name:80|person name:85"},
    [PER_RANK] = {"rank", KIND_PERSONNEL, false, LOOK_WORD, LOOK_TEXT | LOOK_LOGIN | LOOK_CODE | LOOK_NAME,
                  "rank:100|title:90|job title:95|rank title:100|job:68|classification:70|job classification:80|officer "
                  "rank:96|employee title:88|"
                  "rank name:92|title rank:98|job classification code:70|job code:60"},
    [PER_UNIT] = {"unit", KIND_PERSONNEL, false, LOOK_WORD | LOOK_TEXT | LOOK_CODE, LOOK_LOGIN | LOOK_NAME | LOOK_INTEGER,
                  "unit:100|assign:91|division:84|bureau:80|section:78|department:60|unit name:98|assign unit:100|unit "
                  "assign:98|division unit:88|"
                  "assign to:80|current assign:90|organization:56|unit division:88|assign name:88|duty assign:88|bureau "
                  "unit:86|work unit:92|"
                  "unit code:86|unit description:90|assign description:85|section unit:88"},
    [PER_UNIT_FROM] =
        {"unit from", KIND_PERSONNEL, false, LOOK_DAYS, 0,
         "unit from:100|assign from:100|from:86|assign date:91|assign start:97|assign start date:98|effective:87|effective "
         "date:92|"
         "unit start:97|unit start date:98|start date:76|transfer date:80|effective from:92|assign effective:94|unit date:80|"
         "from date:90|assign effective date:96|date assign:90|start:66|assign on:86|date from:90|assign from date:98|"
         "division from:86|in unit:60"},
    [PER_UNIT_TO] =
        {"unit to", KIND_PERSONNEL, false, LOOK_DAYS, 0,
         "unit to:100|assign to:92|to:86|assign end:97|assign end date:98|unit end:97|unit end date:98|end date:70|effective "
         "to:92|"
         "to date:90|effective end:88|transfer out:76|date to:90|assign to date:98|end:62|effective end date:90|division "
         "to:86"},
    [PER_APPROVED] =
        {"access approved", KIND_PERSONNEL, false, LOOK_DAYS, 0,
         "access approve:100|approve:88|approve date:92|approve on:90|access approve date:100|access approve on:100|access "
         "date:72|"
         "chief approve:92|chief approve date:94|access start:68|access start date:70|user approve:80|user approve date:84|"
         "date approve:92|access from:66|user create:56|access create:62|chief approve on:92"},
    [PER_APPROVED_BY] = {"approved by", KIND_PERSONNEL, false, LOOK_WORD | LOOK_NAME | LOOK_TEXT, LOOK_LOGIN | LOOK_CODE,
                         "approve by:100|access approve by:100|approver:95|approver name:92|approve name:76|approver "
                         "officer:90|user approve by:92|"
                         "approver supervisor:90|approve chief:60|approver title:70|approve approver:92"},
    [PER_TRAINED] = {"training completed", KIND_PERSONNEL, false, LOOK_DAYS, 0,
                     "train complete:100|train:92|train date:97|certify date:87|certify:82|train complete date:100|train "
                     "certify:90|date train:97|"
                     "train certify date:92|date certify:87|train on:92|online train:88|online train complete:95|train complete "
                     "on:98|complete date:60|"
                     "user train:84|user train date:88|certify on:84|train record date:70|online train date:92|complete "
                     "train:98|train end:72"},
    [PER_SEPARATED] =
        {"separated", KIND_PERSONNEL, false, LOOK_DAYS, 0,
         "separate date:100|separate:96|employment end:97|employment end date:98|left:86|date left:92|left date:92|term "
         "date:92|"
         "last date:78|last date employment:92|employment separate:97|employment separate date:98|term:62|left department:80|"
         "left agency:82|employment to:82|left on:88|date separate:100|left employment:88|employee separate date:94|"
         "last work date:84|end service:70|separate on:98|last date work:84|employee end date:76|department separate "
         "date:88"},
    [PER_DEACTIVATED] =
        {"access deactivated", KIND_PERSONNEL, false, LOOK_DAYS, 0,
         "access disable:100|disable:94|user disable:100|disable date:97|access disable date:100|user disable date:100|"
         "disable on:97|access separate:97|access separate date:97|access end:91|access end date:92|user end:70|user end "
         "date:72|"
         "access to:80|date disable:97|user separate:76|user separate date:78|user disable on:98|access disable on:99|"
         "user closed:74|user id disable:92|access closed:80"},
    [PER_SHIFT_START] =
        {"shift start", KIND_PERSONNEL, false, LOOK_TIME, LOOK_INTEGER | LOOK_DATETIME,
         "shift start:100|shift start time:100|duty start:96|duty start time:96|work start:86|work start time:88|tour "
         "start:94|"
         "shift from:95|start time:80|shift on:70|start at:60|tour start time:94|duty from:86|shift in:66|shift start at:90"},
    [PER_SHIFT_END] =
        {"shift end", KIND_PERSONNEL, false, LOOK_TIME, LOOK_INTEGER | LOOK_DATETIME,
         "shift end:100|shift end time:100|duty end:96|duty end time:96|work end:86|work end time:88|tour end:94|shift to:95|"
         "end time:80|shift off:70|end at:60|tour end time:94|duty to:86|shift out:66"},

    [NOT_AT] = {"notified at", KIND_NOTICES, true, LOOK_DATETIME, LOOK_DATE,
                "notify date time:100|notify at:100|notify date:98|notify on:97|notify time:92|date "
                "time:92|date:80|time:74|sent:72|sent at:84|"
                "sent date:82|sent date time:86|sent on:82|contact date time:85|call time:72|call date time:76|contact "
                "date:82|notify:66|"
                "contact time:80|call date:74|date notify:98|make at:60|contact at:80|entry date:56|log date:60|create "
                "date:54|chief notify at:97"},
    [NOT_NOTIFIED] =
        {"who was notified", KIND_NOTICES, false, LOOK_WORD | LOOK_NAME | LOOK_TEXT, LOOK_LOGIN | LOOK_CODE,
         "notify:90|person notify:100|notify to:97|recipient:92|chief:82|to:74|notify person:100|contact:70|person "
         "contact:88|"
         "notify name:94|chief notify:90|official notify:92|notify officer:72|notify official:92|sent to:88|recipient "
         "name:92|"
         "notify party:88|supervisor notify:80|notify supervisor:78|make to:70|notify chief:88|contact name:72|name:50"},
    [NOT_METHOD] = {"method", KIND_NOTICES, false, LOOK_WORD, LOOK_TEXT | LOOK_LOGIN | LOOK_NAME,
                    "method:100|notify method:100|contact method:97|type:56|notify type:78|contact type:70|method "
                    "notify:100|method contact:97"},
    [NOT_USER] =
        {"by user", KIND_NOTICES, false, LOOK_LOGIN | LOOK_IDS | LOOK_HEX, LOOK_NAME | LOOK_WORD | LOOK_TEXT,
         "by user id:100|perform by:84|perform by user:90|create by:64|log by:78|record by:70|complete by:66|user "
         "id:98|user:90|by user:98|notify by:92|by:80|officer:72|officer id:82|user name:80|"
         "sender:76|sent by:84|from:66|call by:78|make by:78|contact by:82|request by:82|badge:72|badge number:74|employee "
         "id:76|"
         "officer name:66|notify officer:62|request officer:72|request user:88|from user:88|notify user:80|author:64|report "
         "by:68|"
         "officer notify by:72|employee number:74|enter by:66|by officer:80|notify by user:96|search user:88|reporting "
         "officer:68|notifier officer:96|notifier:90|notifier user:96|notifier id:90|notifier name:80"},
    [NOT_CASE] = {"case number", KIND_NOTICES, false, LOOK_IDS, LOOK_ALL & ~(LOOK_LONG | LOOK_IP | LOOK_FILE | LOOK_DATETIME),
                  CASE_PHRASES},
    [NOT_SUBJECT] = {"subject", KIND_NOTICES, false, LOOK_TEXT | LOOK_WORD | LOOK_LONG,
                     LOOK_ALL & ~(LOOK_DAYS | LOOK_IP | LOOK_FLAG),
                     "subject:100|topic:88|reason:84|notify "
                     "reason:86|note:70|remark:72|message:76|description:70|detail:72|nature:74|purpose:80|"
                     "text:64|synopsis:74|explanation:60|notify subject:95|matter:75|notify detail:76|search reason:80|notify "
                     "text:70|notify purpose:84|circumstance:76"},
    [NOT_DATE_ONLY] = {"date", KIND_NOTICES, false, LOOK_DATE, 0,
                       "date:96|notify date:100|date notify:100|sent date:88|contact date:88|call date:84"},
    [NOT_TIME_ONLY] = {"time of day", KIND_NOTICES, false, LOOK_TIME, 0,
                       "time:96|notify time:100|time notify:100|sent time:88|contact time:88|call time:84"},

    [DUT_USER] =
        {"user", KIND_DUTY, true, LOOK_LOGIN | LOOK_IDS | LOOK_HEX, LOOK_WORD | LOOK_NAME,
         "user id:100|user:98|user name:94|network id:92|network user:94|employee id:86|employee number:85|badge:80|badge "
         "number:81|"
         "officer:78|officer id:84|employee:78|officer name:70|employee name:72|name:66|full name:66|email:56|last name:50|"
         "officer number:80|user code:84|id:62|employee badge:80|payroll number:70|payroll id:70|person:58|officer badge:79"},
    [DUT_START] =
        {"start", KIND_DUTY, true, LOOK_DATETIME, 0,
         "start:100|shift start:100|duty start:100|start date time:100|shift start date time:100|on:84|on duty:94|clock "
         "in:96|time in:84|"
         "in:70|from:84|time on:84|sign in:78|log on:72|start time:90|schedule start:98|start date:76|tour start:96|shift "
         "from:92|"
         "date time in:86|work start:92|duty on:94|shift start time:92|date time on:86|clock in time:92|in time:80|tour "
         "on:86|"
         "duty from:90|actual start:84|report duty:60|schedule in:80|clock in at:90|shift on:84|on at:84|start at:96|sign "
         "on:80|duty sign on:80"},
    [DUT_END] =
        {"end", KIND_DUTY, true, LOOK_DATETIME, 0,
         "end:100|shift end:100|duty end:100|end date time:100|shift end date time:100|off:84|off duty:94|clock out:96|time "
         "out:84|"
         "out:70|to:84|time off:84|sign out:78|log off:72|end time:90|schedule end:98|end date:76|tour end:96|shift to:92|"
         "date time out:86|work end:92|duty off:94|shift end time:92|date time off:86|clock out time:92|out time:80|tour "
         "off:86|"
         "duty to:90|actual end:84|schedule out:80|clock out at:90|shift off:84|end at:96|off at:84|sign off:80|duty sign "
         "off:80"},
    [DUT_KIND] = {"kind", KIND_DUTY, false, LOOK_WORD | LOOK_CODE, LOOK_LOGIN | LOOK_TEXT | LOOK_INTEGER | LOOK_NAME | LOOK_FLAG,
                  "type:90|duty:88|code:88|shift type:98|duty type:98|duty code:98|shift code:92|tour:74|tour "
                  "type:90|status:72|duty status:92|"
                  "assign:62|shift:74|activity:72|payroll code:88|payroll type:88|category:72|work type:90|work code:92|"
                  "time code:84|time type:82|description:56|reason:50|time type:83|shift name:72|leave type:82|leave "
                  "code:82|schedule type:92|"
                  "schedule code:90|tour code:88|activity code:86|payroll:60|leave:60"},
    [DUT_DATE] = {"date", KIND_DUTY, false, LOOK_DATE, 0,
                  "date:96|shift date:100|work date:100|duty date:100|schedule date:98|start date:84|tour date:96|date "
                  "work:100|date duty:98"},
    [DUT_START_TIME] =
        {"start time", KIND_DUTY, false, LOOK_TIME, LOOK_INTEGER,
         "start time:100|start:92|shift start:94|time in:92|on:80|in:72|from:80|clock in:88|time on:92|shift start time:100|"
         "duty start:92|tour start:92|schedule start:90|on duty:88|from time:90|duty start time:98|in time:92|schedule start "
         "time:97|"
         "clock in time:94|tour start time:96|work start:88|work start time:95|shift from:88|sign in:74|sign on:82"},
    [DUT_END_TIME] =
        {"end time", KIND_DUTY, false, LOOK_TIME, LOOK_INTEGER,
         "end time:100|end:92|shift end:94|time out:92|off:80|out:72|to:80|clock out:88|time off:92|shift end time:100|"
         "duty end:92|tour end:92|schedule end:90|off duty:88|to time:90|duty end time:98|out time:92|schedule end time:97|"
         "clock out time:94|tour end time:96|work end:88|work end time:95|shift to:88|sign out:74|sign off:82"},

    [DIS_FINDING] = {"finding", KIND_DISPOSITIONS, true, LOOK_ALL, LOOK_ALL,
                     "finding id:100|finding:92|finding number:96|finding reference:85|id:55"},
    [DIS_DISPOSITION] =
        {"disposition", KIND_DISPOSITIONS, true, LOOK_WORD, LOOK_ALL,
         "disposition:100|decide:88|status:70|finding disposition:96|candidate:60|disposition code:84|conclusion:80"},
    [DIS_NOTE] = {"note", KIND_DISPOSITIONS, false, LOOK_TEXT | LOOK_LONG, LOOK_ALL,
                  "note:100|remark:96|explanation:92|reason:84|detail:76|disposition note:96|disposition "
                  "reason:90|text:66|description:70|justify:82"},
    [DIS_BY] = {"by", KIND_DISPOSITIONS, false, LOOK_NAME | LOOK_WORD | LOOK_LOGIN, LOOK_ALL & ~LOOK_DAYS,
                "by:90|decide by:100|review by:97|disposition by:98|approver:88|approve by:88|complete by:70|author:66|enter "
                "by:72|user:60|name:56"},
    [DIS_ON] = {"on", KIND_DISPOSITIONS, false, LOOK_DAYS, 0,
                "on:84|decide on:100|date:92|decide date:100|disposition date:100|date time:86|review date:94|review "
                "on:94|decide at:98|"
                "disposition on:98|complete date:72|at:70|time:60|approve date:76"},
};

const char *const role_decoys =
    "search type:100|modify:100|modify date:100|modify by:100|modify on:100|modify date time:100|last modify:100|page:100|page "
    "number:100|"
    "record status:100|review flag:100|flag:100|moderation:100|time frame:100|time frame start:100|time frame end:100|text "
    "prompt:100|"
    "score:100|score percent:100|candidate score:100|search score:100|export date:100|exported:100|exported on:100|print "
    "date:100|"
    "printed:100|network count:100|camera count:100|total network search:100|total workstation search:100|birth:100|birth "
    "date:100|"
    "date birth:100|race:100|sex:100|gender:100|hire date:100|date hire:100|user status:100|last user:100|last user date:100|"
    "time spent:100|time response:100|time dispatch:100|date week:100|duration:100|elapsed time:100|number page:100|create by:90|"
    "deactivate by:100|disable by:100|image client:83|image type:100|file type:100|file size:100|image quality:100|license "
    "plate:100|"
    "middle name:100|middle:100|phone number:100|home phone:100|number network:100|user type:100|user role:100|report type "
    "code:75|"
    "call back number:100|contact phone:100|officer count:100|number officer:100|number unit:100|last review date:80|row "
    "number:100|"
    "row:100|time zone:100|access level:100|access type:100|training hour:100|train time:80|address street:100|street "
    "address:100|"
    "incident address:100|full address:100|home address:100|offense count:100|image count:100|number image:100";
