package org.parley.answer;

import org.parley.store.Entry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Turns a line of the journal into JSON.
public final class EntryJson {

  private EntryJson() {}

  /// The whole line, as its hash covers it.
  public static ObjectNode of(Entry entry) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("number", entry.number())
        .put("at", entry.at().toString())
        .put("who", entry.who())
        .put("why", entry.why())
        .put("kind", entry.change().kind())
        .put("id", entry.change().id())
        .put("before", entry.change().before())
        .put("after", entry.change().after())
        .put("previous", entry.previous())
        .put("hash", entry.hash());
  }
}
