/// Domains and preference profiles of GENIUS as exact bargaining problems, and the reverse.
///
/// It reads the files that it is given, and nothing else: no network, no clock, no randomness.
module org.parley.genius {
  requires transitive org.parley.engine;
  requires java.xml;
  requires static org.jspecify;

  exports org.parley.genius;
  exports org.parley.genius.file;
  exports org.parley.genius.utility;
}
