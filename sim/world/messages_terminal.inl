// Voter-ID terminal, voters and their people.
