// The program knows these by name.
@export()
var vaultContainer = 'vault'

@export()
var dropContainer = 'drop'

@export()
var answersContainer = 'answers'

@export()
var dropQueue = 'drops'

// The Functions host puts what failed five times into the queue of this name.
@export()
var poisonQueue = '${dropQueue}-poison'

@export()
var logTable = 'log'

// Only the platform reads and writes here: the packages of the program.
@export()
var deploymentContainer = 'deployments'
