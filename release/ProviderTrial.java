import java.net.URI;
import org.parley.oidc.TestProvider;

/// An OpenID provider for the trial of a release, at which Ann signs in without being asked. Prints
/// its address, and for each request to sign in where the browser is sent back to.
void main() {
  TestProvider provider = TestProvider.start();
  provider.signsIn("7d1c", "ann", "river-mediators");
  IO.println(provider.issuer());
  for (String request = IO.readln(""); request != null; request = IO.readln("")) {
    IO.println(provider.authorize(URI.create(request)));
  }
  provider.close();
}
