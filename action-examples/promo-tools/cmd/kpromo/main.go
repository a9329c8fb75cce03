// Stands for the promoter, which is not needed to release it.
package main

import "fmt"

func main() {
	fmt.Println("kpromo")
}
