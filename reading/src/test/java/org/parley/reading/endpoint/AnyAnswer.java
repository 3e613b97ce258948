package org.parley.reading.endpoint;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.SaidStance;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers of a model that mixes truth, lies and nonsense.
@NullMarked
public final class AnyAnswer {
  private static final java.util.List<SaidStance> STANCES = java.util.List.of(SaidStance.values());

  private static final List<String> KEYS =
      List.of(
          "quote",
          "speaker",
          "office",
          "said_on",
          "subject",
          "stance",
          "share",
          "between",
          "condition",
          "attribution",
          "relayed_from",
          "place",
          "when",
          "participants",
          "planned",
          "what",
          "name",
          "status");

  private AnyAnswer() {}

  /// One answer about `text`.
  public static String of(Random random, String text) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    for (String list : List.of("claims", "meetings", "next_steps", "documents")) {
      ArrayNode items = root.putArray(list);
      for (int i = random.nextInt(4); i > 0; i--) {
        ObjectNode item = items.addObject();
        for (String key : KEYS) {
          put(random, text, item, key);
        }
      }
    }
    String answer = root.toString();
    return random.nextInt(20) == 0 ? answer.substring(0, random.nextInt(answer.length())) : answer;
  }

  private static void put(Random random, String text, ObjectNode item, String key) {
    switch (random.nextInt(8)) {
      case 0 -> item.putNull(key);
      case 1 -> item.put(key, random.nextInt());
      case 2 -> item.putArray(key).add(part(random, text)).add(1);
      case 3 -> item.putObject(key).put("a", "b");
      case 4 ->
          item.put(
              key,
              STANCES
                  .get(random.nextInt(STANCES.size()))
                  .name()
                  .toLowerCase(java.util.Locale.ROOT));
      case 5 -> item.put(key, part(random, text).toUpperCase(java.util.Locale.ROOT));
      default -> item.put(key, part(random, text));
    }
  }

  private static String part(Random random, String text) {
    int from = random.nextInt(text.length());
    return text.substring(from, Math.min(text.length(), from + random.nextInt(80)));
  }

  /// The proposals of an answer; none where it is not JSON.
  public static List<Proposal> read(Article article, String answer) {
    try {
      return new AnswerReader(article).read(answer);
    } catch (ReaderUnavailableException _) {
      return List.of();
    }
  }
}
