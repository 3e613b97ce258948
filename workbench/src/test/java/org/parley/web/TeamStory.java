package org.parley.web;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A server for a team with a case: Ann mediates, Al is of the delegation of A.
abstract class TeamStory {

  @TempDir Path folder;
  Team team;
  Team.Client ann;

  /// The case, in YAML.
  abstract String contents();

  @BeforeEach
  void start() throws Exception {
    team = new Team(folder, Team.caseOf(contents()), false);
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "A");
    ann = team.signedIn("ann");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  /// The fields of a form as a browser without scripts would send them, some of them typed.
  ///
  /// @param form its id
  static Map<String, String> fields(Document page, String form, Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element each : page.select("#" + form + " input, #" + form + " textarea")) {
      String type = each.attr("type");
      if (!(type.equals("radio") || type.equals("checkbox")) || each.hasAttr("checked")) {
        fields.put(each.attr("name"), each.is("textarea") ? each.wholeText() : each.val());
      }
    }
    for (Element select : page.select("#" + form + " select")) {
      Element chosen = select.selectFirst("option[selected]");
      if (chosen == null) {
        chosen = select.selectFirst("option");
      }
      fields.put(select.attr("name"), chosen == null ? "" : chosen.val());
    }
    fields.putAll(typed);
    return fields;
  }
}
