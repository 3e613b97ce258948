package org.parley.reading.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.QuotationFilter;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.SaidStance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How an answer becomes proposals, key by key; whatever is not of the schema is dropped later, and
/// so stays empty here.
@NullMarked
class AnswerReaderTest {

  private static final String TEXT = "Ann Berg of Norway said the map was agreed. So did Oye.";
  private static final Article ARTICLE = Article.of(TEXT, LocalDate.of(2031, 5, 14));

  private static List<Proposal> read(String answer) throws ReaderUnavailableException {
    return new AnswerReader(ARTICLE).read(answer);
  }

  private static Proposal.OfClaim claim(String key, String value) throws Exception {
    String json = "{\"claims\": [{\"quote\": \"the map was agreed\", \"speaker\": \"Ann Berg\"}]}";
    ObjectNode root = (ObjectNode) tools.jackson.databind.json.JsonMapper.shared().readTree(json);
    ((ObjectNode) root.get("claims").get(0))
        .set(key, tools.jackson.databind.json.JsonMapper.shared().readTree(value));
    return assertInstanceOf(Proposal.OfClaim.class, read(root.toString()).getFirst());
  }

  @ParameterizedTest
  @EnumSource(SaidStance.class)
  void everyStanceIsSaidInSmallLetters(SaidStance stance) throws Exception {
    String word = "\"" + stance.name().toLowerCase(Locale.ROOT) + "\"";
    assertEquals(stance, claim("stance", word).stance());
  }

  @ParameterizedTest
  @EnumSource(Attribution.class)
  void everyAttributionIsSaidInSmallLetters(Attribution attribution) throws Exception {
    String word = "\"" + attribution.name().toLowerCase(Locale.ROOT) + "\"";
    assertEquals(attribution, claim("attribution", word).attribution());
  }

  /// An unknown stance leaves no subject, so that the filter drops the claim.
  @ParameterizedTest
  @ValueSource(strings = {"\"AGREED\"", "\"settled\"", "\"\"", "null", "7", "[]", "{}", "true"})
  void anUnknownStanceIsNone(String stance) throws Exception {
    Proposal.OfClaim claim = claim("stance", stance);
    assertEquals("", claim.subject());
    assertEquals(
        Map.of(QuotationFilter.Reason.MALFORMED, 1),
        QuotationFilter.admit(ARTICLE, List.of(claim)).dropped());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      textBlock =
          """
          "2031-05-12"            | 2031-05-12
          "2031-05"               | 2031-05
          "2031-05-01/2031-05-12" | 2031-05-01/2031-05-12
          "12 May 2031"           | -
          "2031-13-45"            | -
          ""                      | -
          null                    | -
          20310512                | -
          """)
  void dates(String json, @Nullable String date) throws Exception {
    assertEquals(date == null ? null : Edtf.of(date), claim("said_on", json).said());
  }

  /// What a key holds, and what is left of it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      textBlock =
          """
          "minister" | minister
          " "        | -
          ""         | -
          null       | -
          5          | -
          ["a"]      | -
          """)
  void words(String json, @Nullable String words) throws Exception {
    assertEquals(words, claim("office", json).speaker().office());
    assertEquals(words, claim("relayed_from", json).relayedFrom());
    assertEquals(words, claim("condition", json).condition());
    assertEquals(words, claim("share", json).share());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      textBlock =
          """
          ["Norway", "Chile"]           | Norway, Chile
          ["Norway", "", null, 5, " "]  | Norway
          []                            | ``
          null                          | ``
          "Norway"                      | ``
          """)
  void lists(String json, String list) throws Exception {
    assertEquals(list, String.join(", ", claim("between", json).between()));
  }

  /// Where the speaker stands in the text: the first word of the name that is there.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "Ann Berg"    | Ann  | true
          "ANN BERG"    | Ann  | true
          "Karl Oye"    | Oye  | true
          "Mr Oye"      | Oye  | true
          "the rebels"  | the  | false
          "Tom Hale"    | ``   | true
          ""            | ``   | false
          """)
  void speakers(String json, String at, boolean isNamed) throws Exception {
    Proposal.OfClaim claim = claim("speaker", json);
    assertEquals(at, claim.speaker().where().in(TEXT));
    assertEquals(isNamed, claim.speaker().isNamed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "the map was agreed" | 24
          "The map was agreed" | 0
          "map  was"           | 0
          "So did Oye."        | 44
          " "                  | 0
          """)
  void quotations(String json, int start) throws Exception {
    Proposal.OfClaim claim = claim("quote", json);
    assertEquals(start, claim.quotation().at().start());
    assertEquals(start > 0, !claim.quotation().at().in(TEXT).isEmpty());
  }

  @Test
  void theOtherListsAreReadTheSame() throws Exception {
    List<Proposal> found =
        read(
            """
            {"meetings": [{"quote": "So did Oye.", "place": "Oslo", "when": "2031-06", "planned": true,
               "participants": ["Oye"]}, {"quote": "So did Oye.", "planned": "yes"}],
             "next_steps": [{"quote": "So did Oye.", "what": "vote", "when": null}],
             "documents": [{"quote": "So did Oye.", "name": "the map", "status": "signed"},
               {"quote": "So did Oye.", "name": "the map", "status": "lost"}]}""");
    Proposal.OfMeeting meeting = (Proposal.OfMeeting) found.getFirst();
    assertEquals("Oslo", meeting.place());
    assertTrue(meeting.isPlanned());
    assertEquals(List.of("Oye"), meeting.participants());
    assertEquals(false, ((Proposal.OfMeeting) found.get(1)).isPlanned());
    assertNull(((Proposal.OfMeeting) found.get(1)).when());
    assertEquals("vote", ((Proposal.OfStep) found.get(2)).what());
    Proposal.OfInstrument signed = (Proposal.OfInstrument) found.get(3);
    assertEquals(Proposal.ReportedState.SIGNED, signed.state());
    assertEquals("", ((Proposal.OfInstrument) found.getLast()).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"claims\": []}",
        "{\"claims\": null, \"others\": [1]}",
        "```json\n{}\n```",
        "```\n{\"claims\": []}\n```",
        "  \n```json {} ```  "
      })
  void anAnswerOfNothingIsNothing(String answer) throws Exception {
    assertEquals(List.of(), read(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "\"{}\"", "Certainly! {}", "{", "```json\n[]\n```", "{}{} x"})
  void whatIsNoObjectIsRefusedWithAdvice(String answer) {
    ReaderUnavailableException refused =
        assertThrows(ReaderUnavailableException.class, () -> read(answer));
    assertTrue(String.valueOf(refused.getMessage()).contains("Maybe"));
  }

  // the schema

  private static void isStrict(JsonNode type) {
    if (type.path("type").asString("").equals("object")) {
      assertEquals(false, type.path("additionalProperties").asBoolean(true));
      List<String> required = new ArrayList<>();
      type.path("required").forEach(each -> required.add(each.asString()));
      assertEquals(required, new ArrayList<>(type.path("properties").propertyNames()));
      type.path("properties").forEach(AnswerReaderTest::isStrict);
    } else if (type.path("type").asString("").equals("array")) {
      isStrict(type.path("items"));
    }
  }

  @Test
  void everyObjectOfTheSchemaIsClosedAndRequiresAll() {
    isStrict(AnswerSchema.schema());
  }

  @Test
  void theSchemaAllowsTheWordsThatAreRead() {
    JsonNode claims =
        AnswerSchema.schema().path("properties").path("claims").path("items").path("properties");
    assertEquals(small(SaidStance.values()), enums(claims.path("stance")));
    assertEquals(small(Attribution.values()), enums(claims.path("attribution")));
    JsonNode documents =
        AnswerSchema.schema().path("properties").path("documents").path("items").path("properties");
    assertEquals(small(Proposal.ReportedState.values()), enums(documents.path("status")));
  }

  private static List<String> small(Enum<?>[] values) {
    return Arrays.stream(values).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> enums(JsonNode type) {
    List<String> words = new ArrayList<>();
    type.path("enum").forEach(each -> words.add(each.asString()));
    return words;
  }

  // the settings

  private static Optional<EndpointSettings> settings(String... pairs) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put("PARLEY_READER_" + pairs[i], pairs[i + 1]);
    }
    return EndpointSettings.of(environment);
  }

  @Test
  void withoutAnAddressThereIsNoEndpoint() {
    assertTrue(settings().isEmpty());
    assertTrue(settings("ADDRESS", " ", "KEY", "k").isEmpty());
  }

  @Test
  void anAddressAloneHasDefaults() {
    EndpointSettings found = settings("ADDRESS", "http://localhost:8080/v1").orElseThrow();
    assertEquals(URI.create("http://localhost:8080/v1/"), found.address());
    assertEquals("default", found.model());
    assertNull(found.key());
    assertEquals(Duration.ofMinutes(2), found.patience());
  }

  @Test
  void everySettingIsTaken() {
    EndpointSettings found =
        settings("ADDRESS", "https://x.example/", "MODEL", "m", "KEY", "k", "SECONDS", "5")
            .orElseThrow();
    assertEquals(URI.create("https://x.example/"), found.address());
    assertEquals("m", found.model());
    assertEquals("k", found.key());
    assertEquals(Duration.ofSeconds(5), found.patience());
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, 5",
    "ftp://x.example, 5",
    "http://, 5",
    "http://x, -1",
    "http://x, 5s",
    "http://x, 123456",
    "http://x, ''"
  })
  void wrongSettingsAreRefusedWithAdvice(String address, String seconds) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> settings("ADDRESS", address, "SECONDS", seconds));
    assertTrue(String.valueOf(refused.getMessage()).contains(address));
    assertTrue(String.valueOf(refused.getMessage()).contains("Maybe"));
  }
}
