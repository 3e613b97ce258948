package org.parley.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.parley.exchange.incidents.facts.IncidentForm;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.NameMapping.About;
import org.parley.exchange.sheet.DayOrder;
import org.parley.model.cases.CaseView;
import org.parley.web.incidents.ImportChoices;
import org.parley.web.incidents.IncidentPreview;
import org.parley.web.view.Address;

/// The meanings that were chosen for words and dates of files of incidents, kept with an account or
/// in a cookie.
///
/// It holds digests of case and word, and the meaning. So no name of a file is kept, and nobody
/// learns what others took in.
final class IncidentMemory {

  static final MappingCookie COOKIE =
      new MappingCookie("parley-incident-words", Address.IMPORT_INCIDENTS, Integer.MAX_VALUE);

  private IncidentMemory() {}

  /// The choices made before for the words and the dates of a file.
  static ImportChoices of(MappingMemory memory, CaseView view, IncidentPreview shown) {
    Map<String, String> kept = memory.read();
    ImportChoices all =
        shown.asksDays()
            ? ImportChoices.NONE.with(DayOrder.of(kept.get(daysKey(view, shown.tally().forms()))))
            : ImportChoices.NONE;
    for (Map.Entry<About, Map<String, Integer>> each : shown.met().entrySet()) {
      Map<String, String> meant = new HashMap<>();
      for (String word : each.getValue().keySet()) {
        String meaning = kept.get(key(view, each.getKey(), word));
        if (meaning != null && isThere(each.getKey(), meaning, view)) {
          meant.put(word, meaning);
        }
      }
      all = meant.isEmpty() ? all : all.with(each.getKey(), meant);
    }
    return all;
  }

  private static boolean isThere(About about, String meaning, CaseView view) {
    return about != About.PARTY
        || meaning.equals(NameMapping.NOTHING)
        || view.parties().stream().anyMatch(each -> each.id().value().equals(meaning));
  }

  /// Keeps what words were said to mean, and the order of dates for files of these forms.
  static void keep(
      MappingMemory memory, CaseView view, ImportChoices choices, Set<IncidentForm> forms) {
    if (choices.words().isEmpty() && choices.days() == DayOrder.UNKNOWN) {
      return;
    }
    Map<String, String> all = memory.read();
    if (choices.days() != DayOrder.UNKNOWN) {
      all.remove(daysKey(view, forms));
      all.put(daysKey(view, forms), choices.days().word());
    }
    choices
        .words()
        .forEach(
            (about, words) ->
                words.forEach(
                    (written, meant) -> {
                      String key = key(view, about, written);
                      all.remove(key);
                      all.put(key, meant);
                    }));
    memory.write(all);
  }

  private static String daysKey(CaseView view, Set<IncidentForm> forms) {
    return MappingCookie.key(view.info().title().text(), "days", forms.toString());
  }

  private static String key(CaseView view, About about, String word) {
    return MappingCookie.key(view.info().title().text(), about.toString(), word);
  }
}
