package org.parley.veto;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lines of transcripts and files of secrets as JSON, in one canonical form: keys in a fixed order,
/// no spaces. A line that is written again and differs is refused.
final class VetoJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final int VERSION = 1;
  private static final String TERMS = "parley-veto";
  private static final String SECRETS = "parley-veto-secrets";

  private VetoJson() {}

  static String write(VetoTerms terms) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put(TERMS, VERSION);
    json.put("group", VetoGroup.NAME);
    json.put("session", terms.session());
    ArrayNode parties = json.putArray("parties");
    terms
        .parties()
        .forEach(each -> parties.addObject().put("id", each.id()).put("key", each.key()));
    ArrayNode packages = json.putArray("packages");
    terms
        .packages()
        .forEach(each -> packages.addObject().put("id", each.id()).put("words", each.words()));
    return json.toString();
  }

  static VetoTerms terms(String line) throws VetoException {
    JsonNode json = read(line, VetoFault.NOT_A_TRANSCRIPT);
    if (json.path(TERMS).asInt(0) != VERSION
        || !VetoGroup.NAME.equals(json.path("group").asString(""))) {
      throw new VetoException(VetoFault.NOT_A_TRANSCRIPT, shortened(line));
    }
    List<VetoTerms.Delegate> parties = new ArrayList<>();
    for (JsonNode each : list(json, "parties")) {
      parties.add(new VetoTerms.Delegate(text(each, "id"), text(each, "key")));
    }
    List<VetoTerms.BallotPackage> packages = new ArrayList<>();
    for (JsonNode each : list(json, "packages")) {
      packages.add(new VetoTerms.BallotPackage(text(each, "id"), text(each, "words")));
    }
    VetoTerms terms = new VetoTerms(text(json, "session"), parties, packages);
    terms.check();
    if (!write(terms).equals(line)) {
      throw new VetoException(VetoFault.LINE_NOT_CANONICAL, shortened(line));
    }
    return terms;
  }

  static String write(VetoMessage message) {
    return unsigned(message).put("signature", message.signature()).toString();
  }

  /// The text that is signed: the line without its signature, and what the signature is for.
  static String signedText(VetoMessage message) {
    return VetoDigest.hex("message", unsigned(message).toString());
  }

  /// The text that a commitment hides.
  static String answers(List<ProvenPoint> points) {
    return points(points, MAPPER.createArrayNode()).toString();
  }

  private static ObjectNode unsigned(VetoMessage message) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("step", message.step().name().toLowerCase(Locale.ROOT));
    json.put("round", message.round());
    json.put("party", message.party());
    switch (message) {
      case VetoMessage.Keys keys -> points(keys.points(), json.putArray("points"));
      case VetoMessage.Commitment commitment ->
          json.put("board", commitment.board()).put("commitment", commitment.commitment());
      case VetoMessage.Opening opening -> {
        json.put("board", opening.board()).put("nonce", opening.nonce());
        points(opening.points(), json.putArray("points"));
      }
      case VetoMessage.Withdrawal _ -> {}
    }
    return json;
  }

  private static ArrayNode points(List<ProvenPoint> points, ArrayNode json) {
    for (ProvenPoint each : points) {
      json.addObject()
          .put("point", VetoGroup.encode(each.point()))
          .put("challenge", VetoGroup.encode(each.challenge()))
          .put("response", VetoGroup.encode(each.response()));
    }
    return json;
  }

  static VetoMessage message(String line) throws VetoException {
    JsonNode json = read(line, VetoFault.NOT_A_TRANSCRIPT_LINE);
    String round = text(json, "round");
    String party = text(json, "party");
    String signature = text(json, "signature");
    VetoMessage message =
        switch (text(json, "step")) {
          case "keys" -> new VetoMessage.Keys(round, party, points(json), signature);
          case "commitment" ->
              new VetoMessage.Commitment(
                  round, party, text(json, "board"), text(json, "commitment"), signature);
          case "opening" ->
              new VetoMessage.Opening(
                  round, party, text(json, "board"), text(json, "nonce"), points(json), signature);
          case "withdrawal" -> new VetoMessage.Withdrawal(round, party, signature);
          default -> throw new VetoException(VetoFault.NOT_A_TRANSCRIPT_LINE, shortened(line));
        };
    if (!message.line().equals(line)) {
      throw new VetoException(VetoFault.LINE_NOT_CANONICAL, shortened(line));
    }
    return message;
  }

  static String write(VetoSecrets secrets) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put(SECRETS, VERSION);
    json.put("round", secrets.round());
    json.put("party", secrets.party());
    ArrayNode exponents = json.putArray("exponents");
    secrets.exponents().forEach(each -> exponents.add(VetoGroup.encode(each)));
    json.put("keys", secrets.keys());
    VetoSecrets.Sealed sealed = secrets.sealed();
    if (sealed != null) {
      ObjectNode written = json.putObject("sealed");
      ArrayNode accepted = written.putArray("accepted");
      sealed.accepted().forEach(accepted::add);
      written.put("nonce", sealed.nonce());
      points(sealed.points(), written.putArray("points"));
      written.put("commitment", sealed.commitment());
    }
    return json.toString();
  }

  static VetoSecrets secrets(String text) throws VetoException {
    JsonNode json;
    try {
      json = MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new VetoException(VetoFault.NOT_A_SECRETS_FILE, "");
    }
    if (json == null || json.path(SECRETS).asInt(0) != VERSION) {
      throw new VetoException(VetoFault.NOT_A_SECRETS_FILE, "");
    }
    try {
      List<BigInteger> exponents = new ArrayList<>();
      for (JsonNode each : list(json, "exponents")) {
        exponents.add(VetoGroup.scalar(each.asString("")));
      }
      return new VetoSecrets(
          text(json, "round"),
          text(json, "party"),
          exponents,
          text(json, "keys"),
          sealed(json.get("sealed")));
    } catch (VetoException e) {
      // The value is left out: it may be secret.
      throw new VetoException(VetoFault.NOT_A_SECRETS_FILE, "");
    }
  }

  private static VetoSecrets.@Nullable Sealed sealed(@Nullable JsonNode json) throws VetoException {
    if (json == null) {
      return null;
    }
    List<String> accepted = new ArrayList<>();
    for (JsonNode each : list(json, "accepted")) {
      accepted.add(each.asString(""));
    }
    return new VetoSecrets.Sealed(
        accepted, text(json, "nonce"), points(json), text(json, "commitment"));
  }

  private static List<ProvenPoint> points(JsonNode json) throws VetoException {
    List<ProvenPoint> points = new ArrayList<>();
    for (JsonNode each : list(json, "points")) {
      points.add(
          new ProvenPoint(
              VetoGroup.point(text(each, "point")),
              VetoGroup.scalar(text(each, "challenge")),
              VetoGroup.scalar(text(each, "response"))));
    }
    return points;
  }

  private static JsonNode read(String line, VetoFault fault) throws VetoException {
    try {
      JsonNode json = MAPPER.readTree(line);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JacksonException e) {
      // not JSON: told as any other line that is none
    }
    throw new VetoException(fault, shortened(line));
  }

  private static Iterable<JsonNode> list(JsonNode json, String key) throws VetoException {
    JsonNode list = json.path(key);
    if (!list.isArray()) {
      throw new VetoException(VetoFault.NOT_A_TRANSCRIPT_LINE, key);
    }
    return list;
  }

  private static String text(JsonNode json, String key) throws VetoException {
    JsonNode text = json.path(key);
    if (!text.isString()) {
      throw new VetoException(VetoFault.NOT_A_TRANSCRIPT_LINE, key);
    }
    return text.stringValue();
  }

  private static String shortened(String line) {
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }
}
