package org.parley.oidc;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The claims about a person, from the ID token and, for what is not there, from the provider's
/// address for them.
record PersonClaims(Map<String, Object> values) {

  private static final int MOST_GROUPS = 2_000;
  private static final int LONGEST_GROUP = 300;
  private static final int LONGEST_NAME = 200;

  /// The claim by which a provider says that a value did not fit into the token.
  private static final String ELSEWHERE = "_claim_names";

  PersonClaims {
    values = Map.copyOf(values);
  }

  static PersonClaims of(Map<String, Object> values) {
    Map<String, Object> known = new HashMap<>(values);
    known.values().removeIf(each -> each == null);
    return new PersonClaims(known);
  }

  /// These, and others where these say nothing.
  PersonClaims orElse(PersonClaims more) {
    Map<String, Object> all = new HashMap<>(more.values);
    all.putAll(values);
    return new PersonClaims(all);
  }

  /// Whether they have a value.
  boolean has(String name) {
    return value(name) != null;
  }

  /// A claim by its name, or by a path such as `realm_access.roles`.
  private @Nullable Object value(String name) {
    Object whole = values.get(name);
    return whole != null ? whole : in(values, name);
  }

  private static @Nullable Object in(Map<?, ?> values, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return values.get(path);
    }
    return values.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? in(inner, path.substring(dot + 1))
        : null;
  }

  /// A text; empty if there is none.
  String text(String name) {
    return value(name) instanceof String text
        ? text.substring(0, Math.min(text.length(), LONGEST_NAME))
        : "";
  }

  /// Texts: a list of them, or a single one.
  ///
  /// @throws ProviderException if they did not fit into the token, or are something else
  Set<String> texts(String name) throws ProviderException {
    Object value = value(name);
    if (value == null && values.get(ELSEWHERE) instanceof Map<?, ?> others) {
      if (others.containsKey(name)) {
        throw new ProviderException(ProviderFault.GROUPS, "too many for the token");
      }
    }
    return switch (value) {
      case null -> Set.of();
      case String one -> Set.of(one);
      case Collection<?> many -> texts(name, many);
      default -> throw new ProviderException(ProviderFault.GROUPS, name + " is no list of texts");
    };
  }

  private static Set<String> texts(String name, Collection<?> many) throws ProviderException {
    if (many.size() > MOST_GROUPS) {
      throw new ProviderException(ProviderFault.GROUPS, name + " has " + many.size());
    }
    Set<String> texts = new HashSet<>();
    for (Object each : many) {
      if (!(each instanceof String text) || text.length() > LONGEST_GROUP) {
        throw new ProviderException(ProviderFault.GROUPS, name + " is no list of texts");
      }
      texts.add(text);
    }
    return texts;
  }
}
