package org.parley.answer.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.Safety;
import org.parley.bargain.robust.RobustPackage;
import org.parley.bargain.zone.WilsonEstimate;
import org.parley.exact.Finding;
import org.parley.model.cases.CaseView;
import org.parley.wording.Messages;
import org.parley.wording.PackageHeadline;
import org.parley.wording.PackageWording;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns which package is safest where worths are only known within bounds into JSON.
public final class SafetyJson {

  private final Safety safety;
  private final long seed;

  /// @param seed the first of the seeds worths were drawn with
  public SafetyJson(Safety safety, long seed) {
    this.safety = safety;
    this.seed = seed;
  }

  /// The answer in a sentence.
  public PackageHeadline headline() {
    String all =
        PackageWording.of(safety.packages()).parties(safety.packages().problem().everyone());
    return new PackageHeadline(
        PackageWording.of(safety.packages()).safety(safety),
        safety.parties() == safety.packages().problem().everyone()
            ? ""
            : Messages.current()
                .text(
                    "packages.page.among",
                    "everyone",
                    all,
                    "parties",
                    PackageWording.of(safety.packages()).parties(safety.parties())),
        PackageWording.of(safety.packages()).missingGrades());
  }

  /// How worths were drawn, in a sentence.
  public String read() {
    return Messages.current().text("packages.text.drawn-how", "within", safety.within());
  }

  /// The ids of the options of a package.
  public List<String> ids(RobustPackage robust) {
    List<String> ids = new ArrayList<>();
    for (int point = 0; point < robust.options().size(); point++) {
      ids.add(
          safety
              .packages()
              .matters()
              .get(point)
              .options()
              .get(robust.options().get(point))
              .value());
    }
    return ids;
  }

  public ObjectNode json(CaseView view) {
    PackageProblem packages = safety.packages();
    ObjectNode json = PackagesJson.head(view, packages, headline());
    PackagesJson.array(json, "looked", PackagesJson.ids(packages, safety.parties()));
    json.put("within", safety.within());
    json.put("inDoubt", safety.inDoubt());
    json.put("seed", seed);
    json.put("draws", safety.draws());
    json.put("drawsAsked", safety.drawsAsked());
    safety.asked().ifPresent(asked -> robusts(json.putArray("table"), asked));
    robusts(json.putArray("safest"), safety.safest());
    json.put("read", read());
    return json;
  }

  private void robusts(ArrayNode json, Finding<List<RobustPackage>> finding) {
    for (RobustPackage robust : finding.findAnswer().orElse(List.of())) {
      ObjectNode each = json.addObject();
      PackagesJson.array(each, "options", ids(robust));
      each.put("standing", robust.standing().name().toLowerCase(Locale.ROOT));
      estimate(each.putObject("acceptable"), robust.acceptable());
      estimate(each.putObject("efficient"), robust.efficient());
    }
  }

  /// How often draws came out so, with its bounds.
  static void estimate(ObjectNode json, WilsonEstimate estimate) {
    json.put("hits", estimate.hits());
    json.put("draws", estimate.draws());
    json.put("share", estimate.share());
    json.put("low", estimate.low());
    json.put("high", estimate.high());
  }
}
