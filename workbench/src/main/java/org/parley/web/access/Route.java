package org.parley.web.access;

/// One route: a row of the table with method, path, access and kind.
///
/// @param method `GET`, `POST`, `PUT` or `DELETE`
/// @param path the address, with parameters in braces: `/claims/{id}`
/// @param access who may ask
/// @param kind what is answered
/// @param shows what it shows or does, in a few words
public record Route(String method, String path, Access access, Kind kind, String shows) {

  /// Who may ask.
  public enum Access {
    /// Everyone, without an account: files of the program, the page to sign in.
    EVERYONE,
    /// Whoever may look at the case.
    READ,
    /// Whoever may change something in it.
    WRITE,
    /// Whoever may add claims.
    CLAIM,
    /// Mediators.
    MEDIATE
  }

  /// What is answered.
  public enum Kind {
    /// A page of HTML.
    PAGE,
    /// JSON, for programs.
    DATA,
    /// Something that goes on for as long as somebody listens.
    STREAM,
    /// A file of the program, the same for everyone.
    FILE
  }

  /// Whether it only reads.
  public boolean isSafe() {
    return method.equals("GET");
  }
}
