package org.parley.exchange.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.exchange.SharedData;
import org.parley.genius.file.InputFile;
import org.parley.reference.AccordHistory;
import org.parley.reference.Edition;
import org.parley.reference.Provision;
import org.parley.reference.ReferenceFigures;

/// The figures that come with Parley are those of the collections.
@NullMarked
class ShippedFiguresTest {

  private static final Path RESOURCE =
      Path.of("src/main/resources/org/parley/exchange/reference", ShippedFigures.FILE);

  @Test
  void theFiguresAreThoseOfTheCollections() throws IOException {
    Path folder = SharedData.folder("reference");
    ReferenceFigures computed =
        ReferenceFigures.of(
            PaxReader.read(InputFile.of(folder.resolve("pax-v9-2144.csv")), Edition.PAX_9),
            AccordHistory.of(PamReader.read(InputFile.of(folder.resolve("pam-1.5.csv"))).years()));
    String text = ShippedFigures.text(computed);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(RESOURCE, text);
    }
    assertEquals(text, Files.readString(RESOURCE), "run with -Dgolden.update=true, and read it");
    assertEquals(computed, ShippedFigures.parse(new StringReader(text)));
  }

  /// Known without the collections, too.
  @Test
  void someFiguresAreThoseOfOthers() {
    ReferenceFigures shipped = ShippedFigures.get();
    assertEquals(2144, shipped.agreements());
    assertEquals(83, shipped.interstate());
    assertEquals(new ReferenceFigures.CodeCount(877, 45), shipped.codes().get("SsrGua"));
    assertEquals(
        List.of("4/14", "8/14", "9/13", "9/13", "9/12"),
        Objects.requireNonNull(shipped.done().get(Provision.WITHDRAWAL)).stream()
            .map(each -> each.done() + "/" + each.followed())
            .toList());
  }
}
