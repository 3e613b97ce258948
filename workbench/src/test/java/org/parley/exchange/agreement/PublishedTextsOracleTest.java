package org.parley.exchange.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.exchange.incidents.Shared;
import org.parley.provision.ProvisionNumber;
import org.parley.provision.ProvisionReader;
import org.parley.provision.ProvisionTree;
import org.parley.reading.source.Articles;

/// Every numbered provision of the Minsk texts as others published them, by a count made by hand.
class PublishedTextsOracleTest {

  @ParameterizedTest
  @CsvSource({
    "1362, 9",
    "1363, 12",
    "1364, 13",
    "2440, 7",
    "930, 15",
    "2117, 0",
    "2118, 0",
    "2236, 0"
  })
  void everyNumberedProvisionIsFound(String name, int provisions) throws IOException {
    Path file = Shared.file("minsk/" + name + ".html");
    ProvisionTree tree = ProvisionReader.read(Articles.wholeText(Files.readAllBytes(file)).words());
    assertEquals(
        IntStream.rangeClosed(1, provisions).mapToObj(Integer::toString).toList(),
        tree.all()
            .map(each -> Objects.requireNonNull(each.number()))
            .filter(each -> !each.isUnnumbered())
            .map(ProvisionNumber::label)
            .toList());
    assertEquals(
        provisions > 0 ? 0 : 1,
        tree.doubts().size(),
        "paragraphs are counted where nothing has a number");
  }
}
