package org.parley.proof;

import java.util.Locale;
import org.parley.check.Flaw;
import org.parley.check.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The verdict on a finding, for programs.
public final class VerdictJson {

  private VerdictJson() {}

  /// The verdict, without words.
  public static ObjectNode of(Verdict verdict) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("verdict", verdict.outcome().name().toLowerCase(Locale.ROOT));
    switch (verdict) {
      case Verdict.Holds _ -> {}
      case Verdict.Open(Verdict.Reason because) -> json.put("code", because.name());
      case Verdict.Fails(Flaw because) -> {
        json.put("code", because.code().name());
        ArrayNode arguments = json.putArray("arguments");
        because.arguments().forEach(arguments::add);
      }
    }
    return json;
  }
}
