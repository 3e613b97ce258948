package org.parley.web.access;

/// A route: a row of the table with method, path, access and kind.
///
/// @param method `GET`, `POST`, `PUT` or `DELETE`
/// @param path the address, with parameters in braces: `/claims/{id}`
/// @param access the access required
/// @param kind the kind of response
/// @param shows its content or effect, in a few words
public record Route(String method, String path, Access access, Kind kind, String shows) {

  /// Who may ask.
  public enum Access {
    /// Everyone, without an account: files of the program, the page to sign in.
    EVERYONE,
    /// Everyone, as the public sees the case: accounts and cookies are ignored.
    PUBLIC,
    /// Everyone who knows a secret address, as its account: sessions and cookies are ignored.
    ADDRESS,
    /// Every reader of the case.
    READ,
    /// Every editor of the case.
    WRITE,
    /// Every contributor of claims.
    CLAIM,
    /// Mediators.
    MEDIATE
  }

  /// The kind of response.
  public enum Kind {
    /// A page of HTML.
    PAGE,
    /// JSON, for programs.
    DATA,
    /// A stream that lasts as long as its listener.
    STREAM,
    /// A file: of the program, or an export.
    FILE
  }

  /// Whether it only reads.
  public boolean isSafe() {
    return method.equals("GET");
  }
}
