# Sourced by shell tests: the folder $1 of a small audit, of Det. Terry Marsh's searches and of reports that the test writes.
cat > "$1/audit.ini" << 'INI'
[agency]
name = Cedar Point Police Department
timezone = America/New_York
authorized_units = Investigations
[period]
from = 2024-01-01
to = 2024-12-31
[coverage]
incident_reports = 2024-01-01 to 2024-12-31
user_log = 2024-01-01 to 2024-12-31
[inputs]
user_log = log.csv
incident_reports = reports.csv
personnel = personnel.csv
INI
cat > "$1/personnel.csv" << 'CSV'
User ID,Last Name,First Name,Rank,Unit,Access Approved,Training Completed
tmarsh,Marsh,Terry,Detective,Investigations,2020-02-01,2020-03-01
tking,King,Tom,Officer,Investigations,2020-02-01,2020-03-01
ehill,Hill,Eve,Sergeant,Investigations,2020-02-01,2020-03-01
CSV
