#!/bin/sh
# Makes the two databases of the Temporal server, or brings them to the version of this image's tools.
# May run again at every start: what is there already is left as it is.
# Takes SQL_HOST, SQL_PORT, SQL_USER, SQL_PASSWORD (or a file, SQL_PASSWORD_FILE) and SQL_PLUGIN, which temporal-sql-tool
# reads itself.
set -eu

if [ -n "${SQL_PASSWORD_FILE:-}" ]; then
  SQL_PASSWORD=$(cat "$SQL_PASSWORD_FILE")
  export SQL_PASSWORD
fi

bring_up() {
  temporal-sql-tool --db "$1" create-database
  temporal-sql-tool --db "$1" setup-schema --version 0.0
  temporal-sql-tool --db "$1" update-schema --schema-name "postgresql/v12/$2"
}

bring_up temporal temporal
bring_up temporal_visibility visibility
