package org.parley.web.packages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.WhatIf;
import org.parley.bargain.clash.PartyDemand;
import org.parley.model.PartyId;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Query;

/// The what-if figures of an address:
/// `?baseline.UA=300&weight.UA:p14=100&lift=RU:p14-stand&add=US:p5-50`.
///
/// @param whatIf the figures
/// @param query the canonical query, with differences from the case only; may be empty
public record MovedFigures(WhatIf whatIf, String query) {

  /// The most points that a slider or an address may give.
  public static final long MOST = 2000;

  private static final String BASELINE = "baseline.";
  private static final String WEIGHT = "weight.";

  /// Parses the what-if figures of an address.
  ///
  /// @throws BadQuery with the parameter that does not fit the case
  public static MovedFigures of(Query query, PackageProblem packages) {
    SortedMap<Integer, Long> baselines = new TreeMap<>();
    SortedMap<Integer, SortedMap<Integer, Long>> weights = new TreeMap<>();
    SortedMap<Integer, SortedMap<Choice, Boolean>> lines = new TreeMap<>();
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : new TreeMap<>(query.parameters()).entrySet()) {
      String name = each.getKey();
      if (name.startsWith(BASELINE)) {
        int party = party(packages, name, name.substring(BASELINE.length()));
        Long points = points(query, name);
        Long before = packages.problem().parties().get(party).baseline();
        if (points != null && !points.equals(before == null ? Long.valueOf(0) : before)) {
          baselines.put(party, points);
          parts.add(part(name, Long.toString(points)));
        }
      } else if (name.startsWith(WEIGHT)) {
        String[] ids = halves(name, name.substring(WEIGHT.length()));
        int party = party(packages, name, ids[0]);
        int point =
            packages.matters().stream().map(m -> m.point().value()).toList().indexOf(ids[1]);
        if (point < 0) {
          throw unknown(
              name,
              ids[1],
              "point",
              packages.matters().stream().map(m -> m.point().value()).toList());
        }
        Long points = points(query, name);
        if (points != null && points != packages.seats().get(party).stakes().get(point).weight()) {
          weights.computeIfAbsent(party, _ -> new TreeMap<>()).put(point, points);
          parts.add(part(name, Long.toString(points)));
        }
      } else if (name.equals("lift") || name.equals("add")) {
        for (String value : each.getValue()) {
          if (!value.isBlank()) {
            line(packages, name, value, lines, parts);
          }
        }
      }
    }
    return new MovedFigures(new WhatIf(baselines, weights, lines), String.join("&", parts));
  }

  private static void line(
      PackageProblem packages,
      String name,
      String value,
      SortedMap<Integer, SortedMap<Choice, Boolean>> lines,
      List<String> parts) {
    String[] ids = halves(name, value);
    int party = party(packages, name, ids[0]);
    Choice choice = packages.find(ids[1]);
    if (choice == null) {
      throw unknown(
          name,
          ids[1],
          "option",
          packages.matters().stream()
              .flatMap(m -> m.options().stream())
              .map(OptionId::value)
              .toList());
    }
    boolean isLine = name.equals("add");
    boolean isConditional =
        packages.problem().parties().get(party).contingencies().stream()
            .anyMatch(each -> each.choice().equals(choice));
    if (packages.redLines(party).contains(choice) != isLine || (isConditional && !isLine)) {
      for (Choice each : isLine ? List.of(choice) : demanded(packages, party, choice)) {
        lines.computeIfAbsent(party, _ -> new TreeMap<>()).put(each, isLine);
      }
      String part = part(name, value);
      if (!parts.contains(part)) {
        parts.add(part);
      }
    }
  }

  /// The choices refused by the demand that refuses one of them: a limit is lifted as a whole.
  private static List<Choice> demanded(PackageProblem packages, int party, Choice choice) {
    return PartyDemand.of(packages.problem()).stream()
        .filter(demand -> demand.party() == party && demand.refused().contains(choice))
        .findFirst()
        .map(PartyDemand::refused)
        .orElse(List.of(choice));
  }

  private static String[] halves(String name, String value) {
    int colon = value.indexOf(':');
    if (colon < 0) {
      throw new BadQuery(
          name, value, "a party and what it is about are needed", "Maybe write it like UA:p14.");
    }
    return new String[] {value.substring(0, colon), value.substring(colon + 1)};
  }

  private static int party(PackageProblem packages, String name, String id) {
    List<String> ids = packages.seats().stream().map(seat -> seat.party().value()).toList();
    int party = ids.indexOf(id);
    if (party < 0) {
      throw unknown(name, id, "party", ids);
    }
    return party;
  }

  static BadQuery unknown(String name, String id, String kind, List<String> ids) {
    return new BadQuery(
        name,
        id,
        "no such " + kind + " is bargaining or bargained about",
        "Maybe one of: " + String.join(", ", ids) + ".");
  }

  private static @Nullable Long points(Query query, String name) {
    String value = query.text(name);
    if (value == null) {
      return null;
    }
    try {
      long points = Long.parseLong(value);
      if (points >= 0 && points <= MOST) {
        return points;
      }
    } catch (NumberFormatException e) {
      // answered below, as for a number out of range
    }
    throw new BadQuery(
        name, value, "points are a whole number from 0 to " + MOST, "Maybe write it like 250.");
  }

  private static String part(String name, String value) {
    return encoded(name) + "=" + encoded(value);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%3A", ":");
  }

  /// Whether a red line of the case is lifted.
  public boolean isLifted(int party, Choice choice) {
    return Boolean.FALSE.equals(lineOf(party, choice));
  }

  /// Whether a red line is added to those of the case.
  public boolean isAdded(int party, Choice choice) {
    return Boolean.TRUE.equals(lineOf(party, choice));
  }

  private @Nullable Boolean lineOf(int party, Choice choice) {
    SortedMap<Choice, Boolean> lines = whatIf.redLines().get(party);
    return lines == null ? null : lines.get(choice);
  }

  public boolean isNothing() {
    return whatIf.isEmpty();
  }

  /// The name of the slider of a baseline.
  public static String baselineName(PartyId party) {
    return BASELINE + party;
  }

  /// The name of the slider of a weight.
  public static String weightName(PartyId party, PointId point) {
    return WEIGHT + party + ":" + point;
  }

  /// The value of the box that lifts or adds a red line.
  public static String lineValue(PartyId party, OptionId option) {
    return party + ":" + option;
  }
}
