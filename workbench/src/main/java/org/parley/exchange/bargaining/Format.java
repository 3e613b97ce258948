package org.parley.exchange.bargaining;

/// A format that bargaining problems are written in.
public enum Format {
  /// XML of GENIUS 10.4: a domain and a profile for each party.
  GENIUS,
  /// JSON of GeniusWeb: a profile for each party, each with the domain in it.
  GENIUSWEB,
  /// JSON of NegoLog: a profile for each party.
  NEGOLOG,
  /// Score sheets: a line of scores for each issue and the least acceptable score at the end.
  SCORES
}
