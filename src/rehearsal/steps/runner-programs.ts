/** Programs that GitHub's runners have, and other machines often do not. */
export const isOnRunners = (program: string): boolean => programs.has(program);

// https://github.com/actions/runner-images/blob/main/images/ubuntu/Ubuntu2404-Readme.md
const linux =
  'ansible apt apt-get aws az azcopy bazel bicep brew buildah cabal cargo chromedriver clang clang-format cmake composer conda ' +
  'curl docker docker-compose dotnet fastlane g++ gcc gcloud gem gh ghc git-lfs go gofmt gradle haveged helm java javac jq julia ' +
  'kind kotlin kubectl kustomize lerna make mediainfo minikube mvn mysql newman ninja nox npm npx nvm packer parallel php ' +
  'phpunit pip pip3 pipx podman psql pulumi pwsh python python3 Rscript rsync ruby rustc rustfmt rustup sbt shellcheck skopeo ' +
  'sqlite3 stack sudo swift unzip vcpkg wget xvfb-run yamllint yarn yq zip zstd';
// https://github.com/actions/runner-images/blob/main/images/macos/macos-15-Readme.md, and those of Windows
const others =
  'choco codesign cmd hdiutil lipo msbuild nuget pkgbuild powershell productbuild security signtool vswhere xcodebuild xcrun';

const programs = new Set(`${linux} ${others}`.split(' '));
