package org.parley.bench.reference;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.genius.file.InputFile;
import org.parley.reference.PrecedentList;
import org.parley.reference.PrecedentQuery;
import org.parley.reference.Precedents;

/// The time to read, check and join the copies of a shelf, and to find precedents. For comparison,
/// the topics of the same agreements stand in a table in H2.
///
/// Argument: a folder with PA-X 9 and 10, the Peace Accords Matrix 1.5 and the ceasefires.
public final class ReferenceBench {

  private static final int RUNS = 15;

  private static final List<String> FILES =
      List.of("pax-v9-2144.csv", "pax-v10-2257.csv", "pam-1.5.csv", "ceasefires-eth-prio.csv");

  private static final PrecedentQuery BORDERS =
      PrecedentQuery.of(List.of("StBor", "SsrFf", "SsrGua"));

  private ReferenceBench() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    Path folder = Path.of(arguments.length == 0 ? "../shared/data/reference" : arguments[0]);
    Path kept = Files.createTempDirectory("reference");
    System.out.printf(
        Locale.ROOT,
        "Java %s, %d processors, load %.1f%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    ReferenceShelf shelf = ReferenceShelf.at(kept);
    for (String each : FILES) {
      shelf.add(InputFile.of(folder.resolve(each)));
    }
    if (shelf.contents().precedents().find(BORDERS).precedents().size() != 21) {
      throw new IllegalStateException("wrong precedents");
    }
    double[] reads = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      ReferenceShelf again = ReferenceShelf.at(kept);
      reads[i] = millis(() -> again.contents().editions().size());
    }
    print("read, check and join", reads);
    Precedents precedents = shelf.contents().precedents();
    for (List<String> codes :
        List.of(List.of("Ce"), List.of("SsrGua"), List.of("StBor", "SsrFf", "SsrGua"))) {
      double[] finds = new double[RUNS];
      for (int i = 0; i < RUNS; i++) {
        finds[i] = millis(() -> precedents.find(PrecedentQuery.of(codes)).precedents().size());
      }
      print("precedents of " + String.join(", ", codes), finds);
    }
    database(kept.resolve("h2"), precedents);
  }

  private interface Measured {
    int run() throws IOException, SQLException;
  }

  private static double millis(Measured measured) throws IOException, SQLException {
    long start = System.nanoTime();
    if (measured.run() == 0) {
      throw new IllegalStateException("nothing found");
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String what, double[] millis) {
    double first = millis[0];
    double[] warm = Arrays.copyOfRange(millis, RUNS / 3, RUNS);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "%-36s first %8.1f ms, then %7.2f ms (%.2f to %.2f)%n",
        what,
        first,
        warm[warm.length / 2],
        warm[0],
        warm[warm.length - 1]);
  }

  /// The same agreements and topics in H2: a table of topics, read whole, and one question.
  private static void database(Path file, Precedents precedents) throws SQLException, IOException {
    String address = "jdbc:h2:file:" + file.toAbsolutePath();
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      statement.execute("create table topic (agreement int, code varchar(12), grade int)");
      try (PreparedStatement insert =
          connection.prepareStatement("insert into topic values (?, ?, ?)")) {
        for (String code : precedents.codes()) {
          PrecedentList found = precedents.find(PrecedentQuery.of(List.of(code)));
          for (var each : found.precedents()) {
            for (Map.Entry<String, Integer> topic : each.agreement().codes().entrySet()) {
              if (topic.getKey().equals(code)) {
                insert.setInt(1, each.agreement().id());
                insert.setString(2, code);
                insert.setInt(3, topic.getValue());
                insert.addBatch();
              }
            }
          }
        }
        insert.executeBatch();
      }
      statement.execute("create index by_code on topic (code)");
    }
    double[] reads = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      reads[i] =
          millis(
              () -> {
                try (Connection connection = DriverManager.getConnection(address);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select * from topic")) {
                  int count = 0;
                  while (rows.next()) {
                    count += rows.getInt(1) > 0 ? 1 : 0;
                  }
                  return count;
                }
              });
    }
    print("H2: open, and read topics alone", reads);
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      double[] finds = new double[RUNS];
      for (int i = 0; i < RUNS; i++) {
        finds[i] =
            millis(
                () -> {
                  try (ResultSet rows =
                      statement.executeQuery(
                          "select agreement from topic where code in ('StBor', 'SsrFf', 'SsrGua')"
                              + " group by agreement having count(*) = 3")) {
                    int count = 0;
                    while (rows.next()) {
                      count++;
                    }
                    return count == 21 ? count : 0;
                  }
                });
      }
      print("H2: StBor, SsrFf, SsrGua", finds);
    }
  }
}
