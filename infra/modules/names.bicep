// The program knows these by name.
@export()
var vaultContainer = 'vault'

@export()
var dropContainer = 'drop'

@export()
var answersContainer = 'answers'

// Files that come in parts, until they are whole; the program removes them after a day.
@export()
var partsContainer = 'parts'

// What the log promised, kept in another place than the log; never overwritten, never deleted.
@export()
var headsContainer = 'heads'

@export()
var logTable = 'log'

@export()
var dropQueue = 'drops'

// The Functions host puts what failed five times into the queue of this name.
@export()
var poisonQueue = '${dropQueue}-poison'

// Only the platform reads and writes here: the packages of the program.
@export()
var packagesContainer = 'deployments'

// The Functions host knows these by name: locks, timers and keys.
@export()
var hostContainers = ['azure-webjobs-hosts', 'azure-webjobs-secrets']
