#!/bin/sh
# An authority of one's own and certificates for the proxy, for trying it out: sh certificates.sh FOLDER WHAT NAME...
#   FOLDER ca                        the authority: ca.pem, ca.key
#   FOLDER server NAME...            for nginx, under these names or addresses: server.pem, server.key
#   FOLDER worker|office|person|operator NAME
#                                    for a client of that role: NAME.pem, NAME.key
# In production they come from the office's own authority: a client's role is the OU of its subject.
set -eu
umask 077
folder=${1:?"folder, then ca, server or a role"}
what=${2:?"ca, server or a role"}
shift 2
DAYS=${DAYS:-365}

key() {
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"
}

# Subject, extensions, name of the file.
issue() {
  [ ! -e "$folder/$3.pem" ] || { echo "$folder/$3.pem exists already" >&2; exit 1; }
  key "$folder/$3.key"
  openssl req -new -utf8 -key "$folder/$3.key" -subj "$1" -out "$folder/$3.csr"
  printf '%s\n' "$2" 'basicConstraints=critical,CA:false' 'keyUsage=critical,digitalSignature' > "$folder/$3.ext"
  openssl x509 -req -in "$folder/$3.csr" -days "$DAYS" -CA "$folder/ca.pem" -CAkey "$folder/ca.key" \
    -set_serial "0x$(openssl rand -hex 16 | sed 's/^./1/')" -extfile "$folder/$3.ext" -out "$folder/$3.pem" 2>/dev/null
  rm "$folder/$3.csr" "$folder/$3.ext"
}

# The names of a server, as the extension lists them.
names() {
  for name; do
    case $name in
      *[!0-9.]*) printf ',DNS:%s' "$name" ;;
      *) printf ',IP:%s' "$name" ;;
    esac
  done
}

mkdir -p "$folder"
case $what in
  ca)
    [ ! -e "$folder/ca.pem" ] || { echo "$folder/ca.pem exists already" >&2; exit 1; }
    key "$folder/ca.key"
    openssl req -new -x509 -key "$folder/ca.key" -days "$DAYS" -subj '/CN=rectify' -out "$folder/ca.pem" \
      -addext 'basicConstraints=critical,CA:true,pathlen:0' -addext 'keyUsage=critical,keyCertSign,cRLSign'
    ;;
  server)
    listed=$(names "$@")
    issue "/CN=${1:?"a name of the server"}" "subjectAltName=${listed#,}
extendedKeyUsage=serverAuth" server
    ;;
  worker | office | person | operator)
    issue "/OU=$what/CN=${1:?"a name"}" 'extendedKeyUsage=clientAuth' "$1"
    ;;
  *)
    echo "$what is neither ca nor server nor a role" >&2
    exit 2
    ;;
esac
