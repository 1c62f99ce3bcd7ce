// Azurite ends with whoever started it: when the pipe to its standard input closes, even if that process was killed.
process.stdin.on('end', () => process.exit(0)).resume();
require('azurite/dist/src/azurite.js');
