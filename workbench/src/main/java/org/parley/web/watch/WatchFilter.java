package org.parley.web.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.Lifecycle;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;

/// Which incidents, duties and records to show, as an address says it. Every condition that is set
/// must hold.
///
/// @param values the parameters that are set, by name
/// @param area the area that incidents must lie in; absent for all
/// @param page the page of the list, from 1
public record WatchFilter(Map<String, String> values, @Nullable Area area, int page) {

  /// The lists.
  static final List<String> LISTS = List.of("duties", "log", "incidents");

  /// A stretch of the globe in degrees; its north and its east are not part of it.
  public record Area(double south, double west, double north, double east) {

    private static final int SIDES = 4;

    static Area of(String written) {
      List<Double> sides = new ArrayList<>();
      for (String each : written.split(",", -1)) {
        if (!each.matches("-?\\d{1,3}(\\.\\d{1,6})?")) {
          throw bad(written);
        }
        sides.add(Double.parseDouble(each));
      }
      if (sides.size() != SIDES) {
        throw bad(written);
      }
      return new Area(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
    }

    private static BadQuery bad(String written) {
      return new BadQuery(
          "within",
          written,
          "that is not an area",
          "Maybe write its south, west, north and east in degrees: 44,22,52,40.");
    }

    boolean has(double latitude, double longitude) {
      return latitude >= south && latitude < north && longitude >= west && longitude < east;
    }

    /// The value in an address.
    String written() {
      return degrees(south) + "," + degrees(west) + "," + degrees(north) + "," + degrees(east);
    }

    private static String degrees(double value) {
      return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
  }

  public WatchFilter {
    values = new LinkedHashMap<>(values);
  }

  /// Parses a filter from the query: `asOf` the day; `q` words of an incident's title; `kind`;
  /// `from` and `to` days; `within` an area. Further `guarantee` and `state` of a duty; `list` the
  /// list; `page`.
  ///
  /// @throws BadQuery with the invalid parameter
  public static WatchFilter of(Query query, OpenCase open) {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "asOf", text(query.day("asOf")));
    put(values, "q", query.text("q"));
    put(values, "kind", query.oneOf("kind", LogState.kinds(open)));
    put(values, "from", text(query.day("from")));
    put(values, "to", text(query.day("to")));
    String within = query.text("within");
    Area area = within == null ? null : Area.of(within);
    put(values, "within", within);
    put(
        values,
        "guarantee",
        query.oneOf(
            "guarantee",
            new TreeSet<>(
                open.view().guarantees().stream().map(each -> each.id().value()).toList())));
    put(
        values,
        "state",
        query.oneOf("state", Arrays.stream(Lifecycle.values()).map(Say::key).toList()));
    put(values, "list", query.oneOf("list", LISTS));
    return new WatchFilter(values, area, query.number("page", 1, 1_000_000, 1));
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  /// The value of a parameter; empty if not set.
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean is(String name, String value) {
    return get(name).equals(value);
  }

  @Nullable LocalDate day(String name) {
    String value = values.get(name);
    return value == null ? null : LocalDate.parse(value);
  }

  /// The list shown; by default the duties.
  public String list() {
    return values.getOrDefault("list", LISTS.getFirst());
  }

  /// Whether a condition on incidents is set.
  boolean isOfIncidents() {
    return List.of("q", "kind", "from", "to", "within").stream().anyMatch(values::containsKey);
  }

  /// Whether a condition on duties is set.
  boolean isOfDuties() {
    return values.containsKey("guarantee") || values.containsKey("state");
  }

  /// Whether any condition is set.
  public boolean isSet() {
    return isOfIncidents() || isOfDuties();
  }

  /// The address of page `page` of the same list.
  public String url(int page) {
    return url(Map.of("page", page > 1 ? Integer.toString(page) : ""));
  }

  /// The address with some parameters changed; an empty value takes one away. Without a page of its
  /// own the first.
  public String url(Map<String, String> changed) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(changed);
    List<String> parts = new ArrayList<>();
    all.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            parts.add(name + "=" + Link.encoded(value));
          }
        });
    return Link.to(Address.WATCH) + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
  }
}
