package org.parley.web.cases;

import org.jspecify.annotations.Nullable;

/// Who asks for cases: a person who has signed in to the server, or a program with a token of a
/// case.
///
/// @param person the account; empty for a program
/// @param token the token; null for a person
public record CaseAsker(String person, @Nullable String token) {

  /// Somebody who has signed in.
  public static CaseAsker person(String name) {
    return new CaseAsker(name, null);
  }

  /// A program.
  public static CaseAsker program(String token) {
    return new CaseAsker("", token);
  }
}
