package org.parley.web;

import java.util.HashMap;
import java.util.Map;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.NameMapping.About;
import org.parley.model.cases.CaseView;
import org.parley.web.incidents.ImportChoices;
import org.parley.web.view.Address;

/// The meanings that were chosen for words of files of incidents, kept with an account or in a
/// cookie.
///
/// It holds digests of case and word, and the meaning. So no name of a file is kept, and nobody
/// learns what others took in.
final class IncidentMemory {

  static final MappingCookie COOKIE =
      new MappingCookie("parley-incident-words", Address.IMPORT_INCIDENTS, Integer.MAX_VALUE);

  private IncidentMemory() {}

  /// These choices, with what was said before of the words of a file.
  static ImportChoices with(
      MappingMemory memory,
      CaseView view,
      ImportChoices choices,
      Map<About, Map<String, Integer>> met) {
    Map<String, String> kept = memory.read();
    ImportChoices all = choices;
    for (Map.Entry<About, Map<String, Integer>> each : met.entrySet()) {
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

  /// Keeps what words were said to mean.
  static void keep(MappingMemory memory, CaseView view, ImportChoices choices) {
    if (choices.words().isEmpty()) {
      return;
    }
    Map<String, String> all = memory.read();
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

  private static String key(CaseView view, About about, String word) {
    return MappingCookie.key(view.info().title().text(), about.toString(), word);
  }
}
