package org.parley.answer.packages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PackageSummary;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.solve.Solution;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.wording.BoundWording;
import org.parley.wording.PackageHeadline;
import org.parley.wording.PackageWording;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns what a first look at the packages found into JSON. Counts are texts, since they can be
/// larger than the numbers of JSON readers.
public final class PackagesJson {

  private static final int MOST_OUTCOMES = 10_000;

  private final PackageProblem packages;

  public PackagesJson(PackageProblem packages) {
    this.packages = packages;
  }

  public ObjectNode packages(CaseView view, Overview overview) {
    ObjectNode json = head(view, packages, PackageWording.of(packages).summary(overview.summary()));
    json.put("proved", overview.isProved());
    zone(json, overview.table());
    array(json, "looked", PackagesJson.ids(packages, overview.parties()));
    ArrayNode points = json.putArray("points");
    List<List<Rational>> shares = overview.shares().orElse(null);
    Overview.Sample sample = overview.sample().orElse(null);
    if (sample != null) {
      ObjectNode estimate = json.putObject("estimate");
      estimate.put("count", sample.count().count());
      estimate.put("low", sample.count().low());
      estimate.put("high", sample.count().high());
      estimate.put("draws", sample.count().draws());
    }
    for (int index = 0; index < packages.matters().size(); index++) {
      PackageProblem.Matter matter = packages.matters().get(index);
      ObjectNode point = points.addObject();
      point.put("point", matter.point().value());
      ArrayNode options = point.putArray("options");
      for (int option = 0; option < matter.options().size(); option++) {
        ObjectNode each = options.addObject();
        each.put("option", matter.options().get(option).value());
        if (shares != null) {
          each.put("share", shares.get(index).get(option).toString());
        } else if (sample != null) {
          SafetyJson.estimate(
              each.putObject("estimatedShare"), sample.shares().get(index).get(option));
        }
      }
    }
    worths(json.putArray("worths"));
    ArrayNode fair = json.putArray("fairDivisions");
    overview.solutions().forEach(each -> fair(fair.addObject(), overview, each));
    frontier(json.putObject("frontier"), overview);
    return json;
  }

  /// How many packages each set of parties accepts.
  public ObjectNode zone(CaseView view, ZoneTable table) {
    ObjectNode json =
        head(
            view,
            packages,
            PackageWording.of(packages).summary(PackageSummary.of(packages, table, null)));
    zone(json, table);
    return json;
  }

  /// What rules of fair division would pick.
  public ObjectNode solutions(CaseView view, Overview overview) {
    ObjectNode json = head(view, packages, PackageWording.of(packages).summary(overview.summary()));
    array(json, "looked", ids(packages, overview.parties()));
    ArrayNode fair = json.putArray("fairDivisions");
    overview.solutions().forEach(each -> fair(fair.addObject(), overview, each));
    return json;
  }

  static ObjectNode head(CaseView view, PackageProblem packages, PackageHeadline headline) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("title", view.info().title().text());
    json.put("headline", headline.sentence());
    json.put("because", headline.because());
    json.put("others", headline.others());
    json.put("illustrative", packages.isIllustrative());
    array(json, "parties", packages.seats().stream().map(seat -> seat.party().value()).toList());
    array(json, "silent", packages.silent());
    json.putObject("grades")
        .put("recorded", packages.grades().recorded())
        .put("all", packages.grades().all());
    array(json, "notes", PackageWording.of(packages).notes());
    return json;
  }

  static void array(ObjectNode json, String name, Collection<?> values) {
    ArrayNode array = json.putArray(name);
    values.forEach(value -> array.add(value.toString()));
  }

  void zone(ObjectNode json, ZoneTable table) {
    json.put("allPackages", table.all().toString());
    table
        .signable()
        .ifPresent(
            signable ->
                json.putObject("signable")
                    .put("atLeast", signable.atLeast().toString())
                    .put("atMost", signable.atMost().toString()));
    ArrayNode zone = json.putArray("zone");
    for (ZoneTable.Row row : table.rows()) {
      ObjectNode each = zone.addObject();
      array(each, "parties", PackagesJson.ids(packages, row.parties()));
      each.put("atLeast", row.atLeast().toString());
      each.put("atMost", row.atMost().toString());
      each.put("canSign", row.canSign());
    }
  }

  private void worths(ArrayNode json) {
    for (int party = 0; party < packages.seats().size(); party++) {
      PackageProblem.Seat seat = packages.seats().get(party);
      ObjectNode each = json.addObject();
      each.put("party", seat.party().value());
      PackageProblem.Floor floor = seat.floor();
      if (floor != null) {
        ObjectNode baseline = each.putObject("baseline");
        baseline.put("worth", floor.worth().said()).put("illustrative", floor.illustrative());
        array(baseline, "claims", floor.claims());
      }
      ArrayNode stakes = each.putArray("points");
      for (int point = 0; point < seat.stakes().size(); point++) {
        PackageProblem.Stake stake = seat.stakes().get(point);
        ObjectNode one = stakes.addObject();
        one.put("point", packages.matters().get(point).point().value());
        one.put("weight", stake.weight());
        one.put("from", stake.how().name().toLowerCase(Locale.ROOT));
        one.put("illustrative", stake.illustrative());
        array(one, "claims", stake.claims());
        ObjectNode worths = one.putObject("worths");
        for (int option = 0; option < stake.worths().size(); option++) {
          worths.put(
              packages.matters().get(point).options().get(option).value(),
              stake.worths().get(option).said());
        }
        int at = point;
        array(
            one,
            "redLines",
            packages.redLines(party).stream()
                .filter(line -> line.point() == at)
                .map(line -> packages.matters().get(at).options().get(line.option()))
                .toList());
      }
    }
  }

  private void fair(ObjectNode json, Overview overview, Overview.Fair fair) {
    json.put("rule", fair.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("proved", fair.finding().isComplete());
    ArrayNode outcomes = json.putArray("outcomes");
    fair.finding()
        .findAnswer()
        .ifPresent(
            solution -> {
              json.put("allTies", solution.allTies());
              for (Solution.Outcome outcome : solution.outcomes()) {
                outcome(
                    outcomes.addObject(),
                    overview.looked(),
                    outcome.worths().stream().mapToLong(Long::longValue).toArray(),
                    outcome.options().stream().mapToInt(Integer::intValue).toArray());
              }
            });
  }

  /// One package of a list: what each party has of it, and the ids of its options.
  public static void outcome(ObjectNode json, PackageProblem looked, long[] worths, int[] options) {
    ObjectNode each = json.putObject("worths");
    for (int party = 0; party < worths.length; party++) {
      each.put(looked.seats().get(party).party().value(), worths[party]);
    }
    ArrayNode chosen = json.putArray("options");
    for (int point = 0; point < options.length; point++) {
      chosen.add(looked.matters().get(point).options().get(options[point]).value());
    }
  }

  private static void frontier(ObjectNode json, Overview overview) {
    Frontier frontier = overview.frontier().findAnswer().orElse(null);
    json.put("proved", !(overview.frontier() instanceof Finding.Bounded));
    if (overview.frontier() instanceof Finding.Bounded<Frontier>(_, var bound, _)) {
      json.put("guarantee", BoundWording.text(bound));
    }
    json.put("size", frontier == null ? 0 : frontier.size());
    json.put("listed", frontier == null ? 0 : Math.min(frontier.size(), MOST_OUTCOMES));
    ArrayNode outcomes = json.putArray("outcomes");
    int listed = frontier == null ? 0 : Math.min(frontier.size(), MOST_OUTCOMES);
    for (int entry = 0; entry < listed && frontier != null; entry++) {
      outcome(
          outcomes.addObject(),
          overview.looked(),
          frontier.worths(entry),
          frontier.packageOf(entry));
    }
  }

  /// The ids of some parties.
  ///
  /// @param parties party `i` as bit `i`
  static List<PartyId> ids(PackageProblem packages, int parties) {
    List<PartyId> ids = new ArrayList<>();
    for (int party = 0; party < packages.seats().size(); party++) {
      if (((parties >> party) & 1) == 1) {
        ids.add(packages.seats().get(party).party());
      }
    }
    return ids;
  }
}
