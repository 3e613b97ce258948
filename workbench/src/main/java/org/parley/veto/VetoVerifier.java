package org.parley.veto;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks transcripts in a process of its own: `java -cp CLASSES org.parley.veto.VetoVerifier
/// FILE`.
///
/// Prints the state of each round as JSON. It needs this package, the codes of refusals, Jackson
/// and Bouncy Castle.
public final class VetoVerifier {

  private static final long MOST_BYTES = 64L << 20;

  private VetoVerifier() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String file : arguments) {
      try {
        out.println(json(read(Path.of(file)).state()));
      } catch (VetoException e) {
        out.println(json(e));
      }
    }
  }

  /// Reads and checks the transcript in a file.
  public static VetoTranscript read(Path file) throws IOException, VetoException {
    if (Files.size(file) > MOST_BYTES) {
      throw new VetoException(VetoFault.TRANSCRIPT_TOO_LARGE, String.valueOf(file.getFileName()));
    }
    try {
      return VetoTranscript.read(Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new VetoException(VetoFault.NOT_A_TRANSCRIPT, String.valueOf(file.getFileName()));
    }
  }

  /// The state, without words.
  public static ObjectNode json(VetoState state) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    switch (state) {
      case VetoState.Waiting waiting -> {
        json.put("state", "waiting");
        json.put("step", waiting.step().name().toLowerCase(Locale.ROOT));
        ArrayNode parties = json.putArray("parties");
        waiting.parties().forEach(parties::add);
      }
      case VetoState.Withdrawn(String party) -> json.put("state", "withdrawn").put("party", party);
      case VetoState.Complete complete -> {
        json.put("state", "complete");
        ObjectNode packages = json.putObject("allAccept");
        complete.accepted().forEach(packages::put);
      }
    }
    return json;
  }

  /// The refusal, without words.
  public static ObjectNode json(VetoException refused) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("state", "refused")
        .put("line", refused.line())
        .put("code", refused.fault().code())
        .put("value", refused.value());
  }
}
