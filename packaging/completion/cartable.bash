# Completion of cartable for bash 4 or later. The words come from the program itself: nothing here goes stale.
# The words of the line are passed as they are, never evaluated.
_cartable() {
  local program=$1 kind='' line
  # An alias, or a path with ~, cannot be started from here.
  type -P -- "$program" >/dev/null || program=cartable
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $kind ]]; then
      kind=$line
    else
      COMPREPLY+=("${line%%$'\t'*}")
    fi
  done < <("$program" __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  # Files and folders are bash's own business: it knows about quotes, spaces and ~.
  case $kind in
    files) compopt -o default ;;
    folders) compopt -o dirnames ;;
  esac
}
complete -F _cartable cartable
