// The command line; see cli/README.md.
