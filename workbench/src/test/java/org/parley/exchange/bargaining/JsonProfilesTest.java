package org.parley.exchange.bargaining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.utility.ImportedProblem;

/// What GeniusWeb and NegoLog profiles and score sheets are worth, on the smallest that show it.
class JsonProfilesTest {

  private static ImportedProblem read(Format format, String... texts) throws BadFileException {
    List<InputFile> files = new ArrayList<>();
    for (String text : texts) {
      files.add(InputFile.of("p" + (files.size() + 1) + ".json", text));
    }
    return BargainingFiles.readTexts(format, files, null);
  }

  private static Rational utility(ImportedProblem imported, int party, int... options) {
    return new Rational(
        BigInteger.valueOf(imported.problem().worth(party, options)), imported.unit());
  }

  private static final String DOMAIN =
      """
      "domain": {"name": "d", "issuesValues": {
        "car": {"values": ["yes", "no"]}, "pay": {"range": ["1", "3", "0.5"]}}}
      """;

  private static String additive(String more) {
    return """
    {"LinearAdditiveUtilitySpace": {"name": "p", "issueUtilities": {
      "car": {"discreteutils": {"valueUtilities": {"yes": 0.8}}},
      "pay": {"NumberValueSetUtilities":
        {"lowValue": 1, "lowUtility": 0.1, "highValue": 4, "highUtility": 0.2}}},
      "issueWeights": {"car": 0.25, "pay": 0.75},
    """
        + DOMAIN
        + more
        + "}}";
  }

  @Test
  void geniusWebAdditive() throws BadFileException {
    ImportedProblem imported = read(Format.GENIUSWEB, additive(""));
    assertEquals(
        List.of("1", "1.5", "2", "2.5", "3"), imported.problem().points().get(1).options());
    // 0.25 * 0.8 + 0.75 * 0.1; a value without a utility is worth nothing.
    assertEquals(Rational.of(275, 1000), utility(imported, 0, 0, 0));
    assertEquals(Rational.of(75, 1000), utility(imported, 0, 1, 0));
    // 0.1 + 0.1 / 3, to eight decimals.
    assertEquals(
        Rational.of(75, 100).times(Rational.of(13_333_333, 100_000_000)),
        utility(imported, 0, 1, 2));
    assertNull(imported.problem().parties().getFirst().baseline());
  }

  @Test
  void theReservationBidIsTheBaseline() throws BadFileException {
    String whole = ", \"reservationBid\": {\"issuevalues\": {\"car\": \"yes\", \"pay\": \"1\"}}";
    assertEquals(
        Rational.of(275, 1000),
        read(Format.GENIUSWEB, additive(whole)).utilities().getFirst().reservation());
    assertEquals(
        Rational.of(2, 10),
        read(
                Format.GENIUSWEB,
                additive(", \"reservationBid\": {\"issuevalues\": {\"car\": \"yes\"}}"))
            .utilities()
            .getFirst()
            .reservation());
    assertNull(
        read(Format.GENIUSWEB, additive(", \"reservationBid\": null"))
            .utilities()
            .getFirst()
            .reservation());
  }

  @Test
  void geniusWebGroupsAreWorthWhatTheirCombinationsAre() throws BadFileException {
    ImportedProblem imported =
        read(
            Format.GENIUSWEB,
            """
            {"SumOfGroupsUtilitySpace": {"name": "p", "partUtilities": {
              "sound": {"partsutils": {"issues": ["hifi", "speakers"], "utilslist": [
                {"values": ["yes", "yes"], "util": 0.7}, {"values": ["yes", "no"], "util": 0.2}]}},
              "rest": {"partsutils": {"issues": ["colour"], "utilslist": [
                {"values": ["red"], "util": 0.3}]}}},
              "domain": {"name": "d", "issuesValues": {
                "hifi": {"values": ["yes", "no"]}, "speakers": {"values": ["yes", "no"]},
                "colour": {"values": ["red", "blue"]}}},
              "reservationBid": {"issuevalues": {"hifi": "yes", "speakers": "no"}}}}
            """);
    assertEquals(Rational.ONE, utility(imported, 0, 0, 0, 0));
    assertEquals(Rational.of(2, 10), utility(imported, 0, 0, 1, 1));
    assertEquals(Rational.of(3, 10), utility(imported, 0, 1, 0, 0));
    assertEquals(Rational.of(2, 10), imported.utilities().getFirst().reservation());
  }

  @Test
  void negoLogWeightsTimesUtilitiesOnOneScaleForAll() throws BadFileException {
    String profile =
        """
        {"reservationValue": %s, "issueWeights": {"a": %s, "b": 0.5},
         "issues": {"a": {"x": 0.25, "y": 1.0}, "b": {"x": 1.0, "y": 0.0}}}
        """;
    ImportedProblem imported =
        read(
            Format.NEGOLOG,
            profile.formatted("0.3", "0.5"),
            profile.formatted("0.0", "0.7").replace("\"b\": 0.5", "\"b\": 0.123"));
    assertEquals(BigInteger.valueOf(1000), imported.unit());
    assertEquals(Rational.of(625, 1000), utility(imported, 0, 0, 0));
    assertEquals(Rational.of(823, 1000), utility(imported, 1, 1, 0));
    assertEquals(300L, imported.problem().parties().getFirst().baseline());
  }

  @Test
  void scoreSheets() throws BadFileException {
    ImportedProblem imported = read(Format.SCORES, "0, 11, 5 \n\n 3,4\n7\n", "1,2,3\n4,5.5\n6");
    assertEquals(List.of("A1", "A2", "A3"), imported.problem().points().getFirst().options());
    assertEquals(BigInteger.TWO, imported.unit());
    assertEquals(Rational.of(15), utility(imported, 0, 1, 1));
    assertEquals(Rational.of(17, 2), utility(imported, 1, 2, 1));
    assertEquals(14L, imported.problem().parties().getFirst().baseline());
  }
}
