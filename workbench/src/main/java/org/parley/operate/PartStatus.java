package org.parley.operate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a part of a server is, in words and days: exact figures would tell of the work on a case.
///
/// @param days since the last copy or anchor, or until a certificate ends; null where none are
///   meant
/// @param names of servers, cases or a version, as the finding says
public record PartStatus(PartFinding finding, @Nullable Integer days, List<String> names) {

  public PartStatus {
    names = List.copyOf(names);
  }

  /// The meaning of a finding for those who run the server.
  public enum Condition {
    /// It is not wanted, or is looked after elsewhere.
    OFF,
    WELL,
    /// It works, and somebody should look at it.
    LOOK,
    /// It does not work.
    FAILING
  }

  /// A finding without days or names.
  static PartStatus of(PartFinding finding) {
    return new PartStatus(finding, null, List.of());
  }

  /// A finding with days.
  public static PartStatus in(PartFinding finding, long days) {
    return new PartStatus(finding, Math.toIntExact(days), List.of());
  }

  /// A finding with names.
  public static PartStatus named(PartFinding finding, List<String> names) {
    return new PartStatus(finding, null, names);
  }
}
