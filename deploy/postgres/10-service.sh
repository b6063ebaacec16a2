#!/bin/bash
# Runs once, on an empty data directory: the service's own user and database.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --username=postgres --set=password="$(cat /run/secrets/service_password)" <<'SQL'
CREATE ROLE exam_ledger LOGIN PASSWORD :'password';
CREATE DATABASE exam_ledger OWNER exam_ledger;
REVOKE ALL ON DATABASE exam_ledger FROM PUBLIC;
SQL
