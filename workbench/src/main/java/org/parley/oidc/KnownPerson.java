package org.parley.oidc;

import java.util.Set;

/// Somebody, as a provider says who they are.
///
/// @param issuer the provider
/// @param subject the identifier that it never gives to somebody else
/// @param name what it calls them, which may change; empty for nothing
/// @param groups theirs; empty where none were asked for
public record KnownPerson(String issuer, String subject, String name, Set<String> groups) {

  /// The longest identifier, by the standard.
  public static final int SUBJECT_LENGTH = 255;

  public KnownPerson {
    groups = Set.copyOf(groups);
  }

  /// Whether a text may be an identifier.
  public static boolean isSubject(String text) {
    return !text.isBlank()
        && text.length() <= SUBJECT_LENGTH
        && text.chars().allMatch(each -> each >= ' ' && each < 127);
  }
}
