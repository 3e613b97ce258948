package org.parley.oidc;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which group of the provider gives which role. The first row of a place that names one of the
/// groups of a person decides.
///
/// @param rows in order of precedence
public record RoleTable(List<Row> rows) {

  /// No groups count.
  public static final RoleTable EMPTY = new RoleTable(List.of());

  private static final int MOST_ROWS = 1_000;
  private static final Pattern ROW =
      Pattern.compile(
          "(?<role>[a-z]{1,16})(:(?<party>[A-Za-z0-9._-]{1,64}))?(@(?<case>[a-z0-9-]{1,40}))?"
              + "=(?<group>\\S.{0,299})");
  private static final Set<String> OF_CASES =
      Set.of("mediator", "delegation", "monitor", "observer");
  private static final Set<String> OF_SERVERS = Set.of("administrator", "member");

  public RoleTable {
    rows = List.copyOf(rows);
  }

  /// A role.
  ///
  /// @param role its word
  /// @param party the party of a delegation, or with whose eyes somebody looks; null for none
  public record GivenRole(String role, @Nullable String party) {}

  /// A group and the role that it gives.
  ///
  /// @param caseId the case of a server of many; null for the one case, or for the server
  public record Row(GivenRole given, @Nullable String caseId, String group) {}

  /// Reads rows such as `delegation:UA@river=talks-ua`.
  ///
  /// @param isOfManyCases whether rows name cases
  /// @throws IllegalArgumentException with the reason and advice
  public static RoleTable of(List<String> texts, boolean isOfManyCases) {
    if (texts.size() > MOST_ROWS) {
      throw new IllegalArgumentException(
          "--oidc-role is given " + texts.size() + " times. Maybe at most " + MOST_ROWS + ".");
    }
    return new RoleTable(texts.stream().map(each -> row(each, isOfManyCases)).toList());
  }

  private static Row row(String text, boolean isOfManyCases) {
    Matcher parts = ROW.matcher(text);
    if (!parts.matches()) {
      throw wrong(text, "Maybe ROLE=GROUP: mediator=parley-mediators, or delegation:UA=talks-ua.");
    }
    GivenRole given = new GivenRole(parts.group("role"), parts.group("party"));
    String caseId = parts.group("case");
    check(text, given, caseId, isOfManyCases);
    return new Row(given, caseId, parts.group("group").strip());
  }

  private static void check(
      String text, GivenRole given, @Nullable String caseId, boolean isOfManyCases) {
    if (caseId != null && !isOfManyCases) {
      throw wrong(text, "Maybe leave the case out: cases are named with --cases alone.");
    }
    boolean isOfServer = isOfManyCases && caseId == null;
    if (!(isOfServer ? OF_SERVERS : OF_CASES).contains(given.role)) {
      throw wrong(
          text,
          isOfServer
              ? "Maybe administrator or member, or a role in a case: mediator@river=GROUP."
              : "Maybe mediator, delegation:PARTY, monitor or observer.");
    }
    if (given.role.equals("delegation") && given.party == null) {
      throw wrong(text, "A delegation is that of a party. Maybe delegation:UA=GROUP.");
    }
    if ((isOfServer || given.role.equals("mediator")) && given.party != null) {
      throw wrong(text, "That role has no party. Maybe leave it out.");
    }
  }

  private static IllegalArgumentException wrong(String text, String advice) {
    return new IllegalArgumentException(
        "--oidc-role is \"" + text.substring(0, Math.min(text.length(), 100)) + "\". " + advice);
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The role that groups give in one place; empty for none.
  ///
  /// @param caseId a case of a server of many; null for the one case, or for the server
  public Optional<GivenRole> find(@Nullable String caseId, Set<String> groups) {
    return rows.stream()
        .filter(each -> caseId == null ? each.caseId == null : caseId.equals(each.caseId))
        .filter(each -> groups.contains(each.group))
        .map(Row::given)
        .findFirst();
  }

  /// Whether groups give a role anywhere.
  public boolean givesAny(Set<String> groups) {
    return rows.stream().anyMatch(each -> groups.contains(each.group));
  }

  /// Whether a row gives a role of the server, or of the one case.
  public boolean gives(String role) {
    return rows.stream().anyMatch(each -> each.caseId == null && each.given.role.equals(role));
  }

  /// The cases that rows name, in their order.
  public Set<String> cases() {
    return rows.stream()
        .flatMap(each -> Stream.ofNullable(each.caseId))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
