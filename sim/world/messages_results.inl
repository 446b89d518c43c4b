// Transmission unit, power, results, count and protocol.
