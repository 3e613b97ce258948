package org.parley.reading.endpoint;

import java.util.Arrays;
import java.util.Locale;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema an answer is forced to: every property required, none beyond these, as strict
/// decoding asks for.
final class AnswerSchema {

  private AnswerSchema() {}

  static ObjectNode schema() {
    ObjectNode root = object();
    list(root, "claims", claim());
    list(root, "meetings", meeting());
    list(root, "next_steps", step());
    list(root, "documents", document());
    return root;
  }

  private static ObjectNode object() {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    object.put("type", "object");
    object.putObject("properties");
    object.putArray("required");
    object.put("additionalProperties", false);
    return object;
  }

  private static void put(ObjectNode object, String name, ObjectNode type) {
    ((ObjectNode) object.get("properties")).set(name, type);
    ((ArrayNode) object.get("required")).add(name);
  }

  private static void list(ObjectNode object, String name, ObjectNode of) {
    ObjectNode list = JsonMapper.shared().createObjectNode();
    list.put("type", "array");
    list.set("items", of);
    put(object, name, list);
  }

  private static ObjectNode words() {
    return JsonMapper.shared().createObjectNode().put("type", "string");
  }

  private static ObjectNode maybe() {
    ObjectNode type = JsonMapper.shared().createObjectNode();
    type.putArray("type").add("string").add("null");
    return type;
  }

  private static ObjectNode one(Enum<?>[] values) {
    ObjectNode type = words();
    ArrayNode allowed = type.putArray("enum");
    Arrays.stream(values).map(each -> each.name().toLowerCase(Locale.ROOT)).forEach(allowed::add);
    return type;
  }

  private static ObjectNode claim() {
    ObjectNode claim = object();
    put(claim, "quote", words());
    put(claim, "speaker", words());
    put(claim, "office", maybe());
    put(claim, "said_on", maybe());
    put(claim, "subject", words());
    put(claim, "stance", one(SaidStance.values()));
    put(claim, "share", maybe());
    list(claim, "between", words());
    put(claim, "condition", maybe());
    put(claim, "attribution", one(Attribution.values()));
    put(claim, "relayed_from", maybe());
    return claim;
  }

  private static ObjectNode meeting() {
    ObjectNode meeting = object();
    put(meeting, "quote", words());
    put(meeting, "place", maybe());
    put(meeting, "when", maybe());
    list(meeting, "participants", words());
    put(meeting, "planned", JsonMapper.shared().createObjectNode().put("type", "boolean"));
    return meeting;
  }

  private static ObjectNode step() {
    ObjectNode step = object();
    put(step, "quote", words());
    put(step, "what", words());
    put(step, "when", maybe());
    return step;
  }

  private static ObjectNode document() {
    ObjectNode document = object();
    put(document, "quote", words());
    put(document, "name", words());
    put(document, "status", one(Proposal.ReportedState.values()));
    put(document, "when", maybe());
    return document;
  }
}
