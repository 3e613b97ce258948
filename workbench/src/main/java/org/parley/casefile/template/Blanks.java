package org.parley.casefile.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.casefile.ReadableIds;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.text.PointId;
import org.parley.wording.Messages;

/// The values that a shape is filled with.
record Blanks(
    CaseView view,
    Messages words,
    Map<String, List<PartyId>> roles,
    Map<String, Integer> numbers,
    List<PointId> points,
    Set<String> taken,
    Visibility readers) {

  /// The parties of a role.
  List<PartyId> all(String role) {
    return Objects.requireNonNull(roles.get(role), role);
  }

  /// The only party of a role.
  PartyId one(String role) {
    return all(role).getFirst();
  }

  int number(String name) {
    return Objects.requireNonNull(numbers.get(name), name);
  }

  /// A free id.
  String id(String stem) {
    return ReadableIds.free(stem, taken);
  }

  /// The words of a record.
  String say(String key, Object... values) {
    return words.text("template.record." + key, values);
  }

  LocalizedText title(String key, Object... values) {
    return LocalizedText.of(say(key, values));
  }

  /// The reason under which a value stands that no text of the case states.
  String assumed() {
    return say("assumed");
  }
}
