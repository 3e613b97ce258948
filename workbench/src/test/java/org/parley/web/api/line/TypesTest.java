package org.parley.web.api.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.answer.AnswerJson;
import org.parley.answer.JsonKey;
import org.parley.casefile.shape.Descriptions;
import org.parley.model.PartyId;

/// What is written of a record, and what its schema says, follow the same rules.
class TypesTest {

  private enum Colour {
    DARK_RED,
    @JsonKey("light blue")
    LIGHT_BLUE
  }

  private record PaintAnswer(
      @JsonKey("final") boolean isFinal,
      @JsonKey(isInline = true) Tin tin,
      @JsonKey(isNull = true) @Nullable Long worth,
      @Nullable String note,
      List<@Nullable PartyId> buyers,
      Map<String, Colour> colours) {}

  private record Tin(BigInteger litres, double price) {}

  private record Box<A>(List<A> inside) {}

  @Test
  void recordsAreWrittenByTheirComponents() {
    List<@Nullable PartyId> buyers = new java.util.ArrayList<>();
    buyers.add(new PartyId("UA"));
    buyers.add(null);
    var paint =
        new PaintAnswer(
            true,
            new Tin(BigInteger.TEN, 0.5),
            null,
            null,
            buyers,
            Map.of("wall", Colour.LIGHT_BLUE));
    assertEquals(
        "{\"final\":true,\"litres\":\"10\",\"price\":0.5,\"worth\":null,"
            + "\"buyers\":[\"UA\",null],\"colours\":{\"wall\":\"light blue\"}}",
        AnswerJson.line(paint));
    assertEquals("\"dark-red\"", AnswerJson.line(Colour.DARK_RED));
  }

  @Test
  void schemasFollowTheComponents() {
    Types types = new Types(Descriptions.in("/org/parley/web/api/line/paint.properties"));
    types.add(PaintAnswer.class);
    assertEquals(
        "{\"type\":\"object\",\"description\":\"Paint.\","
            + "\"properties\":{\"final\":{\"type\":\"boolean\",\"description\":\"Whether it dries.\"},"
            + "\"litres\":{\"type\":\"string\",\"description\":\"How much.\"},"
            + "\"price\":{\"type\":\"number\",\"format\":\"double\",\"description\":\"The price.\"},"
            + "\"worth\":{\"anyOf\":[{\"type\":\"integer\",\"format\":\"int64\"},{\"type\":\"null\"}],"
            + "\"description\":\"The worth.\"},"
            + "\"note\":{\"type\":\"string\",\"description\":\"A note.\"},"
            + "\"buyers\":{\"type\":\"array\",\"items\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]},"
            + "\"description\":\"Who bought it.\"},"
            + "\"colours\":{\"type\":\"object\",\"additionalProperties\":"
            + "{\"type\":\"string\",\"enum\":[\"dark-red\",\"light blue\"]},"
            + "\"description\":\"The colours.\"}},"
            + "\"required\":[\"final\",\"litres\",\"price\",\"worth\",\"buyers\",\"colours\"],"
            + "\"additionalProperties\":false}",
        String.valueOf(types.named().get("Paint")));
  }

  @Test
  void aTypeParameterStandsForItsRecord() {
    Types types = new Types(Descriptions.in("/org/parley/web/api/line/paint.properties"));
    types.add(
        Line.get("/boxes", "boxes", "boxes", "boxes")
            .answers(LineContent.of("Tins", Box.class, Tin.class), _ -> Reply.of("")));
    assertEquals(
        "{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Tin\"},"
            + "\"description\":\"What is inside.\"}",
        Objects.requireNonNull(types.named().get("Tins")).at("/properties/inside").toString());
  }

  @Test
  void aKeyWithoutADescriptionIsRefused() {
    record Can(String nobodySays) {}
    Types types = new Types(Descriptions.in("/org/parley/web/api/line/paint.properties"));
    assertThrows(IllegalStateException.class, () -> types.add(Can.class));
  }

  @Test
  void aNameIsTakenOnce() {
    record TinAnswer(String other) {}
    Types types = new Types(Descriptions.in("/org/parley/web/api/line/paint.properties"));
    types.add(Tin.class);
    assertThrows(IllegalArgumentException.class, () -> types.add(TinAnswer.class));
  }
}
