package org.parley.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// An authority made for a test, and a certificate by it for this machine.
///
/// @param authority the certificate of the authority, as PEM
/// @param chain the certificate for `127.0.0.1`, as PEM
/// @param key its private key, as PEM
@NullMarked
record Certificates(Path authority, Path chain, Path key) {

  private static final String PASSWORD = "changeit";

  static Certificates make(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Files.createDirectories(folder);
    Path store = folder.resolve("keys.p12");
    String pair = "-genkeypair -keyalg EC -groupname secp256r1 -validity 2 ";
    run(store, pair + "-alias authority -dname CN=Authority -ext bc:c");
    run(store, pair + "-alias server -dname CN=server");
    run(store, "-certreq -alias server -file " + folder.resolve("asked"));
    run(
        store,
        "-gencert -rfc -alias authority -ext san=ip:127.0.0.1 -validity 2 -infile "
            + folder.resolve("asked")
            + " -outfile "
            + folder.resolve("chain.pem"));
    run(store, "-exportcert -rfc -alias authority -file " + folder.resolve("authority.pem"));
    return new Certificates(
        folder.resolve("authority.pem"),
        folder.resolve("chain.pem"),
        key(store, folder.resolve("key.pem")));
  }

  private static Path key(Path store, Path file) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    byte[] secret = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(secret);
    return Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n",
        StandardCharsets.US_ASCII);
  }

  private static void run(Path store, String words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words.split(" ", -1)));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(words + ": " + said);
    }
  }
}
