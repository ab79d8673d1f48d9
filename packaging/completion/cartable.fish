# Completion of cartable for fish. The words come from the program itself: nothing here goes stale.
function __cartable_complete
    set -l words (commandline -opc)
    set -l token (commandline -ct)
    set -l lines (command cartable __complete $words[2..-1] "$token" 2>/dev/null)
    # In --option=value, only the value is completed.
    set -l before (string match -r -- '^--[^=]*=' "$token")
    set -l value (string replace -r -- '^--[^=]*=' '' "$token")
    switch "$lines[1]"
        case words
            string replace -r -- '^' "$before" $lines[2..-1]
        case files
            string replace -r -- '^' "$before" (__fish_complete_path "$value")
        case folders
            string replace -r -- '^' "$before" (__fish_complete_directories "$value")
    end
end
complete -c cartable -f -a '(__cartable_complete)'
