package org.parley.web.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which files of a page are published.
class PublishedAddressTest {

  @ParameterizedTest
  @CsvSource({
    "/?picture=stock&format=png, true",
    "/sequence?picture=plan&format=png, true",
    "/sequence/forecast?picture=plan&format=png, true",
    "/points/p1?picture=movement&format=svg, true",
    "/points/p1?picture=movement&format=png, false",
    "/parties/A?picture=map&format=png, false",
    "/among?parties=A%2CB&picture=map&format=png, false",
    "/points/p1?table=words&format=csv, true",
    "/points/p1?table=words&format=xlsx, false",
  })
  void picturesOfSingleRecordsAreDrawingsAlone(String link, boolean isPublished) {
    assertEquals(isPublished, PublishedAddress.find(link).isPresent(), link);
  }
}
