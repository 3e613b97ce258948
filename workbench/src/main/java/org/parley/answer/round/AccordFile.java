package org.parley.answer.round;

import org.parley.round.Accord;
import org.parley.round.AccordException;
import org.parley.round.AccordFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An accord as a file, which anybody can verify: its text, and the digest it should have.
///
/// @param format the name of the format
/// @param version its version
public record AccordFile(String format, int version, String digest, String text) {

  private static final String FORMAT = "parley-accord";

  /// The file of an accord.
  public static AccordFile of(Accord accord) {
    return new AccordFile(FORMAT, 1, accord.digest(), accord.text());
  }

  /// The accord in a file: JSON with a text and a digest, or the text alone.
  ///
  /// @throws AccordException if it is none, or does not hold
  public static Accord parse(String contents) throws AccordException {
    if (Accord.isOne(contents.replace("\r\n", "\n"))) {
      return Accord.parse(contents);
    }
    JsonNode json = json(contents);
    Accord accord = Accord.parse(json.path("text").asString(""));
    String digest = json.path("digest").asString("");
    if (!digest.equals(accord.digest())) {
      throw new AccordException(AccordFault.ACCORD_DIGEST_DIFFERS, digest);
    }
    return accord;
  }

  private static JsonNode json(String contents) throws AccordException {
    try {
      return JsonMapper.shared().readTree(contents);
    } catch (JacksonException e) {
      throw new AccordException(AccordFault.NOT_AN_ACCORD, "");
    }
  }
}
