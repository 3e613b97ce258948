package org.parley.web.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.AsOf;

/// The day a page looks at, as the address names it: `?asOf=2025-12-28&knownAt=...&since=...`.
///
/// @param asked the day asked for; null if the last day on record is meant
/// @param knownAt the day whose knowledge counts; null if everything known since counts
/// @param since the earlier day to compare with; null if nothing is compared
/// @param shown the day shown
public record ViewedDay(
    @Nullable LocalDate asked,
    @Nullable LocalDate knownAt,
    @Nullable LocalDate since,
    LocalDate shown) {

  /// Reads a moment from the parameters of an address.
  ///
  /// @throws BadQuery naming the parameter that is not a date
  public static ViewedDay of(Query query, OpenCase open) {
    return of(query, open.lastDay());
  }

  /// The same for a page that plans: by default the last day on which something was said or done or
  /// happened.
  public static ViewedDay planned(Query query, OpenCase open) {
    return of(query, open.planDay());
  }

  private static ViewedDay of(Query query, LocalDate last) {
    LocalDate asked = query.day("asOf");
    LocalDate shown = asked != null ? asked : last;
    LocalDate since = query.day("since");
    if (since != null && !since.isBefore(shown)) {
      throw new BadQuery(
          "since",
          since.toString(),
          "the day to compare with must come before the day shown, " + shown,
          "Maybe exchange the two days.");
    }
    return new ViewedDay(asked, query.day("knownAt"), since, shown);
  }

  /// Whether a day or a day of knowledge is asked for.
  public boolean isOfDay() {
    return asked != null || knownAt != null;
  }

  /// The day and the knowledge shown.
  public AsOf asOf() {
    return at(shown);
  }

  /// The earlier day to compare with, with the same knowledge.
  public Optional<AsOf> before() {
    return Optional.ofNullable(since).map(this::at);
  }

  private AsOf at(LocalDate day) {
    return new AsOf(day, knownAt != null ? knownAt : LocalDate.MAX);
  }

  /// The query suffix of an address for this moment: `?asOf=2025-12-28`, or empty.
  public String query() {
    List<String> parts = new ArrayList<>();
    if (asked != null) {
      parts.add("asOf=" + asked);
    }
    if (knownAt != null) {
      parts.add("knownAt=" + knownAt);
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  /// The same, with the day compared with.
  public String fullQuery() {
    if (since == null) {
      return query();
    }
    return query() + (query().isEmpty() ? "?" : "&") + "since=" + since;
  }
}
